// Whether something holds in a period: the same rules as kg/model/bounds.py, on the same four days.

export function possibly(bounds, period) {
  return bounds.earliestBegin <= period.outer[1] && bounds.latestEnd >= period.outer[0];
}

export function certainly(bounds, period) {
  return bounds.latestBegin <= period.inner[1] && bounds.earliestEnd >= period.inner[0];
}

export function holds(bounds, period, certain) {
  return certain ? certainly(bounds, period) : possibly(bounds, period);
}

// A plain period as an era is given: its bounds are not vague.
export function periodOf(id, label, start, end) {
  return { id, label, outer: [start, end], inner: [start, end] };
}
