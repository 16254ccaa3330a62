const DAY_MILLISECONDS = 86_400_000;

/** Days and moments of the practice documents as dates, counted from the day of `now` (UTC). */
export function practiceTimes(now: number) {
  const today = Math.floor(now / DAY_MILLISECONDS) * DAY_MILLISECONDS;
  const dayOf = (text: string): string => new Date(today + Number(text.slice(1)) * DAY_MILLISECONDS).toISOString().slice(0, 10);
  return {
    day: dayOf,
    moment: (text: string): string => {
      const [day = '', time = ''] = text.split('T');
      return `${dayOf(day)}T${time}:00.000Z`;
    },
  };
}

export type PracticeTimes = ReturnType<typeof practiceTimes>;
