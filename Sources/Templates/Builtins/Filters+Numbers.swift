import Language

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// Filters about numbers.

extension Filters {
  static func addNumbers(to table: inout FilterTable) {
    table.add("abs") { (_, call) throws(Fault) in
      if let number = call.subject.integer { return .int(number == .min ? .max : abs(number)) }
      if let number = call.subject.number { return .double(abs(number)) }
      throw Fault(.wrongSubject(call.called, got: call.subject.kindName))
    }
    table.add("int", parameters: ["default", "base"], undefined: true, int)
    table.add("float", parameters: ["default"], undefined: true) { (_, call) in
      if let number = call.subject.number { return .double(number) }
      if let text = call.subject.string?.trimmed(), let number = Double(text) { return .double(number) }
      return call.has(0) ? call[0] : .double(0)
    }
    table.add("round", parameters: ["precision", "method"], round)
    table.add("filesizeformat", parameters: ["binary"], filesizeformat)
    table.add("number", parameters: ["decimals"], number)
    table.add("plural", parameters: ["one", "many"], plural)
  }

  private static let int: Filter.Body = { (_, call) throws(Fault) in
    let fallback = call.has(0) ? call[0] : .int(0)
    if let number = call.subject.integer { return .int(number) }
    if let number = call.subject.number {
      return Int(exactly: number.rounded(.towardZero)).map(Value.int) ?? fallback
    }
    guard let text = call.subject.string?.trimmed().replacing("_", by: "") else { return fallback }
    let base = try call.int(1, "base", 10)
    let lower = text.lowercased()
    let prefix = [16: "0x", 8: "0o", 2: "0b"][base]
    let digits = prefix.map { lower.hasPrefix($0) ? String(lower.dropFirst(2)) : lower } ?? lower
    if (2...36).contains(base), let number = Int(digits, radix: base) { return .int(number) }
    if let number = Double(text), let whole = Int(exactly: number.rounded(.towardZero)) { return .int(whole) }
    return fallback
  }

  private static let round: Filter.Body = { (_, call) throws(Fault) in
    guard let number = call.subject.number else {
      throw Fault(.wrongSubject(call.called, got: call.subject.kindName))
    }
    let precision = try call.int(0, "precision", 0)
    let method = try call.text(1, "method", "common")
    let isWhole = call.subject.integer != nil
    let scale = pow(10, Double(precision))
    switch method {
    case "ceil": return .double((number * scale).rounded(.up) / scale)
    case "floor": return .double((number * scale).rounded(.down) / scale)
    case "common":
      if isWhole, precision >= 0 { return .int(call.subject.integer ?? 0) }
      if precision < 0 {
        let rounded = (number * scale).rounded(.toNearestOrEven) / scale
        return isWhole ? .int(Int(exactly: rounded) ?? 0) : .double(rounded)
      }
      return .double(Double(PercentFormat.Spec.c(number, "f", min(precision, 300))) ?? number)
    default: throw Fault(.wrongArgument(call.called, "method", wanted: .string, got: method))
    }
  }

  private static let filesizeformat: Filter.Body = { (_, call) throws(Fault) in
    guard let bytes = call.subject.number ?? call.subject.string.flatMap({ Double($0) }) else {
      throw Fault(.wrongSubject(call.called, got: call.subject.kindName))
    }
    let binary = call.bool(0, false)
    let base: Double = binary ? 1024 : 1000
    if bytes == 1 { return "1 Byte" }
    if bytes < base { return .text("\(Int(bytes)) Bytes") }
    let units =
      binary
      ? ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"]
      : ["kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"]
    for (index, unit) in units.enumerated() {
      let size = pow(base, Double(index + 2))
      if bytes < size || index == units.count - 1 {
        return .text(PercentFormat.Spec.c(base * bytes / size, "f", 1) + " " + unit)
      }
    }
    return .text("")
  }

  /// As people write numbers: at most two decimals, or exactly as many as are asked for.
  private static let number: Filter.Body = { (machine, call) throws(Fault) in
    guard let number = call.subject.number else {
      throw Fault(.wrongSubject(call.called, got: call.subject.kindName))
    }
    var out: [UInt8] = []
    if call.has(0) {
      let decimals = min(max(0, try call.int(0, "decimals", 0)), 20)
      out.append(number: number, decimals: decimals...decimals, in: machine.environment.tongue)
    } else if let whole = call.subject.integer {
      out.append(number: whole, in: machine.environment.tongue)
    } else {
      out.append(number: number, in: machine.environment.tongue)
    }
    return .text(String(decoding: out, as: UTF8.self))
  }

  /// The form of a noun that the number takes; Spanish puts `de` after whole millions.
  private static let plural: Filter.Body = { (machine, call) throws(Fault) in
    guard let number = call.subject.number else {
      throw Fault(.wrongSubject(call.called, got: call.subject.kindName))
    }
    let one = try call.required(0, "one")
    let many = try call.required(1, "many")
    switch Plural.of(number, in: machine.environment.tongue) {
    case .one: return one
    case .other: return many
    case .many: return many.isSafe ? .safe("de " + many.printed) : .text("de " + machine.printed(many))
    }
  }
}
