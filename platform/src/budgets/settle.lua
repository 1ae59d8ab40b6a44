-- For each bucket: lets it fill up to now, takes what was spent somewhere, and answers its level; nothing where its key holds
-- something else, which is no reason to leave out the others.
-- KEYS: the buckets. ARGV: capacity, refill per second and points taken, of one bucket after the other.
local time = redis.call('TIME')
local now = time[1] + time[2] / 1e6
local levels = {}
for i, key in ipairs(KEYS) do
  local capacity, refill, taken = tonumber(ARGV[3 * i - 2]), tonumber(ARGV[3 * i - 1]), tonumber(ARGV[3 * i])
  local kept = redis.pcall('HMGET', key, 'level', 'at')
  if kept.err then
    levels[i] = ''
  else
    local level, at = tonumber(kept[1]) or capacity, tonumber(kept[2]) or now
    level = math.min(capacity, level + math.max(0, now - at) * refill) - taken
    redis.call('HSET', key, 'level', string.format('%.6f', level), 'at', string.format('%.6f', now))
    -- From then on it is full, as one that is not there.
    redis.call('PEXPIRE', key, math.ceil((capacity - level) / refill * 1000) + 1)
    levels[i] = string.format('%.6f', level)
  end
end
return levels
