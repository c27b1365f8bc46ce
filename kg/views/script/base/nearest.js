// Which era of another periodisation lies nearest to what is shown.

// The one that shares most days with the period; of several the shortest; where none shares any, the one least far away.
export function nearestSpan(spans, period) {
  return spans.reduce((best, span) => (compare(span, best, period) < 0 ? span : best));
}

function compare(a, b, period) {
  const most = sharedDays(b, period) - sharedDays(a, period);
  return most || length(a) - length(b);
}

// Days in common, below zero where there is a gap.
function sharedDays(span, period) {
  return Math.min(span.outer[1], period.outer[1]) - Math.max(span.outer[0], period.outer[0]) + 1;
}

const length = (span) => span.outer[1] - span.outer[0];
