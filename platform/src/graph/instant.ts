/** A date-time of RFC 3339, whose letters may be small. */
const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

const MINUTE_MS = 60_000;
const FIRST_MS = Date.parse('0001-01-01T00:00:00.000Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * The instant that RFC 3339 text names, in the one form that everything behind the door gets: UTC with milliseconds, finer
 * decimals dropped. Null for a day, hour or offset that does not exist and for years outside 1–9999 in UTC. A leap second is
 * the second after it, as in PostgreSQL, and may stand where leap seconds are put: at the end of June and of December, UTC.
 */
export function instantOf(text: string): string | null {
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', decimals = '', sign, offsetHour, offsetMinute] =
    RFC_3339.exec(text) ?? [];
  if (!isDay(Number(year), Number(month), Number(day))) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  if (Number(offsetHour ?? 0) > 23 || Number(offsetMinute ?? 0) > 59) return null;

  const isLeap = second === '60';
  const offset = (sign === '-' ? -1 : 1) * (Number(offsetHour ?? 0) * 60 + Number(offsetMinute ?? 0)) * MINUTE_MS;
  const written = `${year}-${month}-${day}T${hour}:${minute}:${isLeap ? '59' : second}.${decimals.slice(0, 3).padEnd(3, '0')}Z`;
  const time = Date.parse(written) - offset;
  if (isLeap && !isBeforeHalfYear(time)) return null;
  const instant = isLeap ? time + 1_000 : time;
  return instant >= FIRST_MS && instant <= LAST_MS ? new Date(instant).toISOString() : null;
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether it is in the last second of June or of December, UTC. */
function isBeforeHalfYear(time: number): boolean {
  return /-(06-30|12-31)T23:59:59\.\d{3}Z$/.test(new Date(time).toISOString());
}
