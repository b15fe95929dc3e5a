/// What a tongue calls the months and the days of the week; one object, of which every date gets hold at once.
public final class CalendarNames: Sendable {
  /// January first.
  public let months: [String]
  public let shortMonths: [String]
  public let narrowMonths: [String]
  /// Monday first.
  public let weekdays: [String]
  public let shortWeekdays: [String]
  public let narrowWeekdays: [String]
  /// Before noon, after noon.
  public let dayHalves: [String]

  private init(
    months: [String], shortMonths: [String], narrowMonths: [String], weekdays: [String],
    shortWeekdays: [String], narrowWeekdays: [String], dayHalves: [String]
  ) {
    self.months = months
    self.shortMonths = shortMonths
    self.narrowMonths = narrowMonths
    self.weekdays = weekdays
    self.shortWeekdays = shortWeekdays
    self.narrowWeekdays = narrowWeekdays
    self.dayHalves = dayHalves
  }

  /// Chooses the names of a tongue.
  public static func of(_ tongue: Tongue) -> CalendarNames {
    switch tongue {
    case .spanish: spanish
    case .english: english
    }
  }

  static let spanish = CalendarNames(
    months: [
      "enero", "febrero", "marzo", "abril", "mayo", "junio",
      "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ],
    shortMonths: [
      "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic",
    ],
    narrowMonths: ["E", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"],
    weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    shortWeekdays: ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
    narrowWeekdays: ["L", "M", "X", "J", "V", "S", "D"],
    dayHalves: ["a.\u{A0}m.", "p.\u{A0}m."]
  )

  static let english = CalendarNames(
    months: [
      "January", "February", "March", "April", "May", "June",
      "July", "August", "September", "October", "November", "December",
    ],
    shortMonths: [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    narrowMonths: ["J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"],
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    shortWeekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    narrowWeekdays: ["M", "T", "W", "T", "F", "S", "S"],
    dayHalves: ["AM", "PM"]
  )
}
