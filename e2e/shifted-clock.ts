// Preloaded into an app whose days shall pass while a journey looks on: its clock goes on from another moment.
const shift = Number(process.env.CLOCK_SHIFT_MS ?? 0);
const RightDate = Date;
const now = () => RightDate.now() + shift;

// A proxy, so that everything else of a date is what it was: its prototype above all.
globalThis.Date = new Proxy(RightDate, {
  apply: () => new RightDate(now()).toString(),
  construct: (target, given, made) =>
    given.length === 0 ? new target(now()) : Reflect.construct(target, given, made === globalThis.Date ? target : made),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});
