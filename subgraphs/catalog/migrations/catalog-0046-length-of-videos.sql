-- How long a video is; null for other files, and for videos that nothing could look into.
alter table media add column duration_ms integer null;
