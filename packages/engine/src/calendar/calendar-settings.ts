// What a project's calendar declares: the zone of its days, the day weeks start on, the month fiscal years start in.

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

export interface CalendarSettings {
  /** IANA name, `Europe/Berlin`. Checked with `isValidZone` before anything here is called. */
  readonly timezone: string;
  readonly weekStarts: Weekday;
  /** 1 to 12. A fiscal year is named by the calendar year in which it ends. */
  readonly fiscalYearStarts: number;
}

/** What a project without a `calendar:` gets. */
export const defaultCalendar: CalendarSettings = { timezone: 'UTC', weekStarts: 'monday', fiscalYearStarts: 1 };

const ISO_NUMBER: Readonly<Record<Weekday, number>> = {
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
};

/** 1 (Monday) to 7 (Sunday), as ISO 8601 counts. */
export function isoWeekdayNumber(weekday: Weekday): number {
  return ISO_NUMBER[weekday];
}
