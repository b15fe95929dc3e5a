import Diagnostics
import Language

// Filters about dates.

extension Filters {
  static func addDates(to table: inout FilterTable) {
    table.add("date", parameters: ["format"], date)
    table.add("group_by_year", parameters: ["attribute"], groupByYear)
  }

  /// What may stand instead of a pattern.
  static let dateStyles = DateStyle.allCases.map(\.rawValue) + ["ago"]

  private static let date: Filter.Body = { (machine, call) throws(Fault) in
    let format = try call.text(0, "format", DateStyle.long.rawValue)
    let written = try readDate(call.subject, for: call.called, &machine)
    let environment = machine.environment
    if format == "ago" {
      guard let now = environment.now else { throw Fault(.noClock) }
      let age = RelativeAge(of: written.instant(in: environment.zone), at: now)
      if let changes = age.changes { machine.reads.record(expiry: changes) }
      return .text(age.words(in: environment.tongue))
    }
    var out: [UInt8] = []
    if let style = DateStyle(rawValue: format) {
      written.append(in: style, environment.tongue, to: &out)
    } else {
      written.append(by: try readPattern(format), environment.tongue, to: &out)
    }
    return .text(String(decoding: out, as: UTF8.self))
  }

  private static func readPattern(_ text: String) throws(Fault) -> DatePattern {
    do throws(DatePatternError) { return try DatePattern(text) } catch {
      throw Fault(.badDatePattern(text, error, near: nearest(to: text, among: dateStyles)))
    }
  }

  private static func readDate(
    _ value: Value, for called: Called, _ machine: inout Machine
  ) throws(Fault) -> WrittenDate {
    switch value {
    case .int, .text, .safe, .markup, .object: break
    default: throw Fault(.wrongSubject(called, got: value.kindName))
    }
    let text = value.string ?? machine.printed(value)
    guard let date = WrittenDate(value, text: text, zone: machine.environment.zone) else {
      throw Fault(.badDate(text))
    }
    return date
  }

  /// Neighbours of one year become one group, in the order they come; what has no date has no year.
  private static let groupByYear: Filter.Body = { (machine, call) throws(Fault) in
    let attribute = Attribute(.text(try call.text(0, "attribute", "date")))
    var groups: [(year: Value, items: [Value])] = []
    for item in try machine.elements(of: call.subject) {
      let date = try attribute.value(of: item, &machine, fallback: .none)
      let year: Value =
        if case .none = date { .none } else { .int(try readDate(date, for: call.called, &machine).day.year) }
      if let last = groups.last, last.year.equals(year) {
        groups[groups.count - 1].items.append(item)
      } else {
        groups.append((year, [item]))
      }
    }
    return .list(groups.map { .map(Map([("year", $0.year), ("items", .list($0.items))])) })
  }
}
