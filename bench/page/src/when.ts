const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const counts = new Intl.NumberFormat('en-GB');

export const dayText = (at: Date) => day.format(at);
export const momentText = (at: Date) => `${day.format(at)}, ${clock.format(at)} London time`;
export const countText = (count: number) => counts.format(count);
