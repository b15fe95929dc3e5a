import Bytes

// Filters that change letters.

extension Filters {
  static func addText(to table: inout FilterTable) {
    table.add("upper") { (machine, call) in call.like(call.soft(&machine).uppercased()) }
    table.add("lower") { (machine, call) in call.like(call.soft(&machine).lowercased()) }
    table.add("capitalize") { (machine, call) in call.like(call.soft(&machine).capitalizedFirst) }
    table.add("title") { (machine, call) in .text(titled(call.soft(&machine))) }
    table.add("string") { (machine, call) in
      call.subject.string == nil ? .text(machine.printed(call.subject)) : call.subject
    }
    table.add("trim", parameters: ["chars"]) { (machine, call) throws(Fault) in
      let letters: String? =
        if case .none = call[0] { nil } else { call.has(0) ? try call.text(0, "chars", "") : nil }
      return call.like(call.soft(&machine).trimmed(letters))
    }
    table.add("replace", parameters: ["old", "new", "count"], replace)
    table.add("reverse", parameters: [], reverse)
    table.add("wordcount") { (machine, call) in .int(wordCount(call.soft(&machine))) }
    table.add("format", variadic: true) { (machine, call) throws(Fault) in
      let arguments = call.named.isEmpty ? call.values : [.map(Map(call.named))]
      let text = try PercentFormat.apply(call.subject, arguments, in: &machine)
      return call.like(text)
    }
  }

  private static func titled(_ text: String) -> String {
    var out = ""
    var startsWord = true
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      out += startsWord ? properties.titlecaseMapping : properties.lowercaseMapping
      startsWord = properties.isWhitespace || "-({[<".unicodeScalars.contains(scalar)
    }
    return out
  }

  private static let replace: Filter.Body = { (machine, call) throws(Fault) in
    let old = try call.required(0, "old")
    let new = try call.required(1, "new")
    var most = Int.max
    if call.has(2), let count = call[2].integer, count >= 0 { most = count }
    let escapes = machine.escapes && (call.subject.isSafe || old.isSafe || new.isSafe)
    func piece(_ value: Value) -> String {
      let text = value.string ?? value.printed
      return escapes && !value.isSafe ? text.markupEscaped : text
    }
    let result = piece(call.subject).replacing(old.string ?? old.printed, by: piece(new), most: most)
    try machine.checkLength(result.utf8.count)
    return escapes || call.subject.isSafe ? .safe(result) : .text(result)
  }

  private static let reverse: Filter.Body = { (machine, call) throws(Fault) in
    if let text = call.subject.string { return call.like(String(scalars: text.unicodeScalars.reversed())) }
    return .list(try machine.elements(of: call.subject).reversed())
  }

  private static func wordCount(_ text: String) -> Int {
    text.unicodeScalars.split {
      !($0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil)
    }.count
  }
}
