import Bytes

/// The methods of a string.
struct TextMethods {
  let text: String
  let isSafe: Bool
  let called: String

  func call(_ arguments: [Value], _ named: [(String, Value)], _ machine: inout Machine) throws(Fault)
    -> Value?
  {
    if let answer = try plain(arguments, &machine) { return answer }
    if let answer = try cutting(arguments, &machine) { return answer }
    if called == "format" { return try formatted(arguments, Map(named), &machine) }
    return try asking(arguments)
  }

  private func like(_ text: String) -> Value { isSafe ? .safe(text) : .text(text) }

  private func text(_ arguments: [Value], _ index: Int) throws(Fault) -> String {
    guard index < arguments.count else { throw Fault(.missingArgument(called, "text")) }
    guard let text = arguments[index].string else {
      throw Fault(.wrongArgument(.method(called), "text", wanted: .string, got: arguments[index].kindName))
    }
    return text
  }

  private func plain(_ arguments: [Value], _ machine: inout Machine) throws(Fault) -> Value? {
    let letters = arguments.first?.string
    switch called {
    case "upper": return like(text.uppercased())
    case "lower", "casefold": return like(text.lowercased())
    case "capitalize": return like(text.capitalizedFirst)
    case "title": return like(titled)
    case "swapcase":
      return like(
        text.unicodeScalars.map {
          $0.properties.isUppercase ? $0.properties.lowercaseMapping : $0.properties.uppercaseMapping
        }.joined())
    case "strip": return like(text.trimmed(letters))
    case "lstrip": return like(text.trimmed(letters, right: false))
    case "rstrip": return like(text.trimmed(letters, left: false))
    case "replace":
      let new = try text(arguments, 1)
      let most = arguments.count > 2 ? arguments[2].integer ?? -1 : -1
      let result = text.replacing(
        try text(arguments, 0), by: isSafe && !arguments[1].isSafe ? new.markupEscaped : new,
        most: most < 0 ? .max : most)
      try machine.checkLength(result.utf8.count)
      return like(result)
    case "zfill", "center", "ljust", "rjust":
      let width = arguments.first?.integer ?? 0
      try machine.checkLength(width)
      return like(padded(width, arguments.count > 1 ? arguments[1].string ?? " " : " "))
    case "removeprefix":
      return try like(
        text.hasPrefix(text(arguments, 0)) ? String(text.dropFirst(text(arguments, 0).count)) : text)
    case "removesuffix":
      return try like(
        text.hasSuffix(text(arguments, 0)) ? String(text.dropLast(text(arguments, 0).count)) : text)
    default: return nil
    }
  }

  private func padded(_ width: Int, _ letter: String) -> String {
    switch called {
    case "center": return text.padded(width, left: true, right: true, with: letter)
    case "ljust": return text.padded(width, left: false, right: true, with: letter)
    case "rjust": return text.padded(width, left: true, right: false, with: letter)
    default:
      let hasSign = text.hasPrefix("-") || text.hasPrefix("+")
      let digits = hasSign ? String(text.dropFirst()) : text
      return (hasSign ? String(text.prefix(1)) : "")
        + digits.padded(width - (hasSign ? 1 : 0), left: true, right: false, with: "0")
    }
  }

  private var titled: String {
    var out = ""
    var inside = false
    for scalar in text.unicodeScalars {
      out += inside ? scalar.properties.lowercaseMapping : scalar.properties.titlecaseMapping
      inside = scalar.properties.isCased
    }
    return out
  }

  private func cutting(_ arguments: [Value], _ machine: inout Machine) throws(Fault) -> Value? {
    switch called {
    case "split", "rsplit":
      let most = arguments.count > 1 ? arguments[1].integer ?? -1 : -1
      guard let separator = arguments.first?.string else { return .list(text.words.map(like)) }
      if called == "rsplit", most >= 0 {
        let parts = text.cut(at: separator)
        let head = max(parts.count - most, 1)
        return .list(([parts[..<head].joined(separator: separator)] + parts[head...]).map(like))
      }
      return .list(text.cut(at: separator, most: most < 0 ? .max : most).map(like))
    case "partition":
      let separator = try text(arguments, 0)
      let parts = text.cut(at: separator, most: 1)
      return .tuple((parts.count > 1 ? [parts[0], separator, parts[1]] : [text, "", ""]).map(like))
    case "splitlines": return .list(text.lines.map(like))
    case "join":
      guard let list = arguments.first else { throw Fault(.missingArgument("join", "list")) }
      let parts = try machine.elements(of: list).map { $0.string ?? $0.printed }
      return like(parts.joined(separator: text))
    default: return nil
    }
  }

  private func asking(_ arguments: [Value]) throws(Fault) -> Value? {
    switch called {
    case "startswith": return .bool(try affixes(arguments).contains { text.utf8.starts(with: $0.utf8) })
    case "endswith":
      return .bool(try affixes(arguments).contains { text.utf8.reversed().starts(with: $0.utf8.reversed()) })
    case "count": return .int(text.cut(at: try text(arguments, 0)).count - 1)
    case "find", "index":
      guard let place = text.find(try text(arguments, 0)) else { return .int(-1) }
      return .int(String(decoding: Array(text.utf8)[..<place], as: UTF8.self).unicodeScalars.count)
    case "isdigit", "isnumeric", "isdecimal": return .bool(all { $0.properties.numericType != nil })
    case "isalpha": return .bool(all { $0.properties.isAlphabetic })
    case "isalnum": return .bool(all { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    case "isspace": return .bool(all { $0.properties.isWhitespace })
    case "islower": return .bool(text == text.lowercased() && text != text.uppercased())
    case "isupper": return .bool(text == text.uppercased() && text != text.lowercased())
    default: return nil
    }
  }

  private func affixes(_ arguments: [Value]) throws(Fault) -> [String] {
    if case .tuple(let items)? = arguments.first { return items.compactMap(\.string) }
    return [try text(arguments, 0)]
  }

  private func all(_ test: (Unicode.Scalar) -> Bool) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy(test)
  }

  /// `"{} de {name}".format(…)`, without format specifications.
  private func formatted(_ arguments: [Value], _ named: Map, _ machine: inout Machine) throws(Fault) -> Value
  {
    var out = ""
    var next = 0
    let pieces = text.cut(at: "{")
    out += pieces[0]
    for piece in pieces.dropFirst() {
      let parts = piece.cut(at: "}", most: 1)
      guard parts.count == 2 else { throw Fault(.badFormat("{")) }
      let index = parts[0].isEmpty ? next : Int(parts[0])
      if parts[0].isEmpty { next += 1 }
      let value =
        index.map { $0 < arguments.count ? arguments[$0] : .missing } ?? named[Name(parts[0])] ?? .missing
      if value.isMissing { throw Fault(.badFormat("{\(parts[0])}")) }
      out += machine.printed(value) + parts[1]
    }
    return like(out)
  }
}
