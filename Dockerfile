# One image for every program of Agora; docker-compose.yml says which one a container runs.
FROM node:24-slim
ENV NODE_ENV=production \
    APOLLO_TELEMETRY_DISABLED=1 \
    NODE_OPTIONS=--disable-warning=TimeoutNegativeWarning
WORKDIR /agora
COPY . .
RUN npm ci --omit=dev --omit=optional --no-audit && npm cache clean --force
USER node
EXPOSE 4000
CMD ["node", "gateway/src/main.ts"]
