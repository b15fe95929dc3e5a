import Language

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

// The instant that a run takes for the present: --now, else SOURCE_DATE_EPOCH, else the clock.

extension Option {
  /// What makes a run repeatable on another day.
  static let now = Option(
    name: "--now",
    value: .text(label: "INSTANT"),
    summary: Words(
      en: "what counts as the present, such as 2026-02-10T08:00:00Z (default: the clock)",
      es: "lo que cuenta como el presente, como 2026-02-10T08:00:00Z (por defecto: el reloj)")
  )
}

extension Environment {
  /// The present of a run.
  ///
  /// - Throws: the finding about an option or a variable that is no instant.
  func present(for invocation: Invocation) throws(CommandLineFinding) -> Instant {
    if let text = invocation.text(Option.now.name) {
      if let instant = Instant(rfc3339: text) { return instant }
      guard let day = CivilDay(rfc3339: text) else {
        throw .notAnInstant(option: Option.now.name, value: text)
      }
      return Instant(CivilMoment(day), offset: .utc)
    }
    if let text = variables["SOURCE_DATE_EPOCH"], !text.isEmpty {
      guard let seconds = Int(text) else { throw .notAnInstant(option: "SOURCE_DATE_EPOCH", value: text) }
      return Instant(seconds: seconds)
    }
    return clock
  }

  /// What the clock says: what others see, such as signatures and names of releases, goes by no other time.
  var clock: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(seconds: time.tv_sec, nanosecond: time.tv_nsec)
  }
}
