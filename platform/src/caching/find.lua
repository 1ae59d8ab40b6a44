-- Looks for rows. KEYS: leases, then what was kept. ARGV: how many leases, a new token, and for how many milliseconds a lease is given.
-- Answers the leases as one text, then of each the rows, or nothing where one of the marks that they bear is not there any more.
local leases = {}
local count = tonumber(ARGV[1])
for i = 1, count do
  local lease = redis.call('GET', KEYS[i])
  if not lease then lease = ARGV[2] end
  redis.call('SET', KEYS[i], lease, 'PX', ARGV[3])
  leases[i] = lease
end
local found = { table.concat(leases, ' ') }
for i = count + 1, #KEYS do
  local rows, names, marks = unpack(redis.call('HMGET', KEYS[i], 'rows', 'names', 'marks'))
  local holds = rows and names and marks
  if holds then
    local mark = string.gmatch(marks, '%S+')
    for name in string.gmatch(names, '%S+') do
      if redis.call('GET', name) ~= mark() then holds = false end
    end
  end
  found[#found + 1] = holds and rows or ''
end
return found
