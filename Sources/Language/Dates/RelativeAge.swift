/// How long ago something was, in the coarse words of a person: «hace 3 días».
///
/// Under a minute it is just now. Days count up to 13, then weeks until a month is full. Months and years are twelfths
/// and wholes of the mean Gregorian year, so that the age depends on the two instants alone and on no zone.
public struct RelativeAge: Hashable, Sendable {
  /// Whole units that have passed, or that are still to pass; 0 for just now.
  public let count: Int
  public let unit: Unit
  public let isFuture: Bool
  /// The first instant at which the words will be others; nil where they no longer change within the calendar.
  public let changes: Instant?

  public enum Unit: Int, Sendable, CaseIterable {
    case now, minute, hour, day, week, month, year
  }

  /// Tells the age of an instant at another.
  public init(of instant: Instant, at now: Instant) {
    isFuture = instant > now
    let distance = Self.seconds(from: instant, to: now)
    unit = Self.unit(of: distance)
    count = unit == .now ? 0 : distance / unit.seconds
    changes = Self.change(of: instant, at: now, distance: distance, unit: unit, isFuture: isFuture)
  }
}

extension RelativeAge.Unit {
  /// A mean Gregorian year of 365.2425 days; its twelfth is a whole number of seconds too.
  private static let meanYear = 31_556_952

  /// How long one of them lasts.
  var seconds: Int {
    switch self {
    case .now: 60
    case .minute: 60
    case .hour: 3600
    case .day: Instant.secondsPerDay
    case .week: 7 * Instant.secondsPerDay
    case .month: Self.meanYear / 12
    case .year: Self.meanYear
    }
  }

  /// From how many seconds on the unit is used.
  fileprivate var threshold: Int {
    switch self {
    case .now: 0
    case .week: 14 * Instant.secondsPerDay
    default: seconds
    }
  }
}

extension RelativeAge {
  /// Whole seconds between the two; the past is rounded down and the future up, so that words change on the second.
  private static func seconds(from instant: Instant, to now: Instant) -> Int {
    abs(now.seconds - instant.seconds - (now.nanosecond < instant.nanosecond ? 1 : 0))
  }

  private static func unit(of distance: Int) -> Unit {
    Unit.allCases.last { distance >= $0.threshold } ?? .now
  }

  private static func change(
    of instant: Instant, at now: Instant, distance: Int, unit: Unit, isFuture: Bool
  ) -> Instant? {
    let boundary: Int
    if isFuture {
      // The distance shrinks: the words change one second after it reaches the foot of its step.
      let foot = unit == .now ? 0 : max(unit.threshold, distance / unit.seconds * unit.seconds)
      boundary = unit == .now ? 60 : 1 - foot
    } else {
      let next = Unit(rawValue: unit.rawValue + 1)?.threshold ?? Int.max
      boundary = unit == .now ? 60 : min(next, (distance / unit.seconds + 1) * unit.seconds)
    }
    let change = instant.adding(seconds: boundary)
    return change > now ? change : nil
  }
}

extension [UInt8] {
  /// Appends «hace 3 días», «dentro de 1 hora», «3 days ago», «in 1 hour».
  public mutating func append(_ age: RelativeAge, in tongue: Tongue) {
    append(contentsOf: age.words(in: tongue).utf8)
  }
}

extension RelativeAge {
  /// The age in words.
  public func words(in tongue: Tongue) -> String {
    guard unit != .now else { return tongue.pick(en: "just now", es: "ahora mismo") }
    let noun = noun(in: tongue)
    return switch (tongue, isFuture) {
    case (.spanish, false): "hace \(count) \(noun)"
    case (.spanish, true): "dentro de \(count) \(noun)"
    case (.english, false): "\(count) \(noun) ago"
    case (.english, true): "in \(count) \(noun)"
    }
  }

  private func noun(in tongue: Tongue) -> String {
    let isOne = count == 1
    return switch unit {
    case .now, .minute: tongue.pick(en: isOne ? "minute" : "minutes", es: isOne ? "minuto" : "minutos")
    case .hour: tongue.pick(en: isOne ? "hour" : "hours", es: isOne ? "hora" : "horas")
    case .day: tongue.pick(en: isOne ? "day" : "days", es: isOne ? "día" : "días")
    case .week: tongue.pick(en: isOne ? "week" : "weeks", es: isOne ? "semana" : "semanas")
    case .month: tongue.pick(en: isOne ? "month" : "months", es: isOne ? "mes" : "meses")
    case .year: tongue.pick(en: isOne ? "year" : "years", es: isOne ? "año" : "años")
    }
  }
}
