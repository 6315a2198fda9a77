/** What stands behind the name of a list in the group of a row where failures are left out. */
export const EXCLUDED = ', failures-excluded';

/** What stands behind the name of a list in the group of a row whose threshold another list has set. */
export const AT_THRESHOLD_OF = ', at the threshold of the ';
