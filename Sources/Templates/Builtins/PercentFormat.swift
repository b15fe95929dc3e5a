import Bytes

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Python's `%` formatting of text.
enum PercentFormat {
  static func apply(_ format: Value, _ arguments: [Value], in machine: inout Machine) throws(Fault) -> String
  {
    let letters = (format.string ?? "").scalars
    var out = ""
    var used = 0
    var index = 0
    while index < letters.count {
      let letter = letters[index]
      index += 1
      guard letter == "%" else {
        out.unicodeScalars.append(letter)
        continue
      }
      let spec = try Spec(letters, &index)
      if spec.letter == "%" {
        out += "%"
        continue
      }
      let value = try argument(spec, arguments, &used)
      out += try spec.format(value, isSafe: format.isSafe, &machine)
    }
    let isMap = if case .map? = arguments.first { true } else { false }
    if used < arguments.count, !isMap { throw Fault(.badFormat("\(arguments.count) ≠ \(used)")) }
    return out
  }

  private static func argument(_ spec: Spec, _ arguments: [Value], _ used: inout Int) throws(Fault) -> Value {
    if let key = spec.key {
      guard case .map(let map)? = arguments.first, let value = map[Name(key)] else {
        throw Fault(.badFormat(key))
      }
      return value
    }
    guard used < arguments.count else { throw Fault(.badFormat("\(arguments.count) < \(used + 1)")) }
    used += 1
    return arguments[used - 1]
  }

  struct Spec {
    var key: String?
    var flags: Set<Unicode.Scalar> = []
    var width = 0
    var precision: Int?
    var letter: Unicode.Scalar = "%"

    init(_ letters: [Unicode.Scalar], _ index: inout Int) throws(Fault) {
      func current() -> Unicode.Scalar? { index < letters.count ? letters[index] : nil }
      if current() == "(" {
        index += 1
        var name = String.UnicodeScalarView()
        while let next = current(), next != ")" {
          name.append(next)
          index += 1
        }
        index += 1
        key = String(name)
      }
      while let next = current(), "#0- +".unicodeScalars.contains(next) {
        flags.insert(next)
        index += 1
      }
      width = Spec.number(letters, &index) ?? 0
      if current() == "." {
        index += 1
        precision = Spec.number(letters, &index) ?? 0
      }
      guard let last = current() else { throw Fault(.badFormat("%")) }
      letter = last
      index += 1
    }

    private static func number(_ letters: [Unicode.Scalar], _ index: inout Int) -> Int? {
      var value: Int?
      while index < letters.count, ("0"..."9").contains(letters[index]), (value ?? 0) < 1000 {
        value = (value ?? 0) * 10 + Int(letters[index].value - 48)
        index += 1
      }
      return value
    }

    func format(_ value: Value, isSafe: Bool, _ machine: inout Machine) throws(Fault) -> String {
      switch letter {
      case "s":
        let text = value.string ?? machine.printed(value)
        return pad(isSafe && !value.isSafe ? text.markupEscaped : text)
      case "r": return pad(value.quoted)
      case "c": return pad(value.string ?? "")
      case "d", "i", "u":
        guard let number = value.number else { throw Fault(.badFormat("%\(letter) ← \(value.kindName)")) }
        return padNumber(
          String(value.integer ?? Int(clamping: Int(exactly: number.rounded(.towardZero)) ?? 0)))
      case "x": return padNumber(String(try integer(value), radix: 16))
      case "X": return padNumber(String(try integer(value), radix: 16, uppercase: true))
      case "o": return padNumber(String(try integer(value), radix: 8))
      case "f", "F", "e", "E", "g", "G":
        guard let number = value.number else { throw Fault(.badFormat("%\(letter) ← \(value.kindName)")) }
        return padNumber(Spec.c(number, letter, precision ?? 6))
      default: throw Fault(.badFormat("%\(letter)"))
      }
    }

    private func integer(_ value: Value) throws(Fault) -> Int {
      guard let number = value.integer else { throw Fault(.badFormat("%\(letter) ← \(value.kindName)")) }
      return number
    }

    private func pad(_ text: String) -> String {
      let cut = precision.map { String(scalars: text.unicodeScalars.prefix($0)) } ?? text
      return cut.padded(width, left: !flags.contains("-"), right: false)
    }

    private func padNumber(_ digits: String) -> String {
      var digits = digits
      if !digits.hasPrefix("-") {
        digits = (flags.contains("+") ? "+" : flags.contains(" ") ? " " : "") + digits
      }
      guard flags.contains("0"), !flags.contains("-") else {
        return digits.padded(width, left: !flags.contains("-"), right: false)
      }
      let sign = digits.hasPrefix("-") || digits.hasPrefix("+") ? String(digits.removeFirst()) : ""
      return sign + digits.padded(width - sign.count, left: true, right: false, with: "0")
    }

    /// The C library writes a number with a fraction correctly rounded at any precision.
    static func c(_ number: Double, _ letter: Unicode.Scalar, _ precision: Int) -> String {
      var bytes = [CChar](repeating: 0, count: 400 + precision)
      let written = withVaList([Int32(clamping: precision), number]) {
        vsnprintf(&bytes, bytes.count, "%.*\(letter)", $0)
      }
      return String(decoding: bytes.prefix(Int(written)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
