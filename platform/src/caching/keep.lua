-- Keeps rows, unless one of the leases under which they were read is not the same any more. KEYS: leases, then of each what is kept and the
-- marks that it bears. ARGV: how many leases, their text, a new token, for how many milliseconds, then of each its rows and how many marks.
local leases = {}
local count = tonumber(ARGV[1])
for i = 1, count do leases[i] = redis.call('GET', KEYS[i]) or '' end
if table.concat(leases, ' ') ~= ARGV[2] then return 0 end
local at = count + 1
for i = 5, #ARGV, 2 do
  local place, names, marks = KEYS[at], {}, {}
  for j = 1, tonumber(ARGV[i + 1]) do
    local name = KEYS[at + j]
    local mark = redis.call('GET', name) or ARGV[3]
    redis.call('SET', name, mark, 'PX', 2 * tonumber(ARGV[4]))
    names[j], marks[j] = name, mark
  end
  at = at + 1 + #names
  redis.call('HSET', place, 'rows', ARGV[i], 'names', table.concat(names, ' '), 'marks', table.concat(marks, ' '))
  redis.call('PEXPIRE', place, ARGV[4])
end
return 1
