// Filters that lay text out in lines and columns.

extension Filters {
  static func addLayout(to table: inout FilterTable) {
    table.add("center", parameters: ["width"]) { (machine, call) throws(Fault) in
      let width = try call.int(0, "width", 80)
      try machine.checkLength(width)
      return call.like(call.soft(&machine).padded(width, left: true, right: true))
    }
    table.add("truncate", parameters: ["length", "killwords", "end", "leeway"], truncate)
    table.add("indent", parameters: ["width", "first", "blank"], indent)
    table.add(
      "wordwrap", parameters: ["width", "break_long_words", "wrapstring", "break_on_hyphens"], wordwrap)
  }

  private static let truncate: Filter.Body = { (machine, call) throws(Fault) in
    let text = call.soft(&machine)
    let length = try call.int(0, "length", 255)
    let end = try call.text(2, "end", "...")
    let leeway: Int = if case .none = call[3] { 5 } else { try call.int(3, "leeway", 5) }
    let scalars = text.scalars
    if scalars.count <= length + leeway { return call.subject.string == nil ? .text(text) : call.subject }
    let cut = String(scalars: scalars.prefix(max(0, length - end.unicodeScalars.count)))
    if call.bool(1, false) { return call.like(cut + end) }
    let pieces = cut.cut(at: " ")
    return call.like((pieces.count > 1 ? pieces.dropLast().joined(separator: " ") : cut) + end)
  }

  private static let indent: Filter.Body = { (machine, call) throws(Fault) in
    let margin: String
    if let text = call[0].string {
      margin = text
    } else {
      let width = try call.int(0, "width", 4)
      try machine.checkLength(width)
      margin = String(repeating: " ", count: max(0, width))
    }
    let text = call.soft(&machine) + "\n"
    let lines = text.lines
    let blank = call.bool(2, false)
    var result: String
    if blank {
      result = lines.joined(separator: "\n" + margin)
    } else {
      result = lines[0]
      for line in lines.dropFirst() { result += "\n" + (line.isEmpty ? "" : margin + line) }
    }
    return call.like(call.bool(1, false) ? margin + result : result)
  }

  private static let wordwrap: Filter.Body = { (machine, call) throws(Fault) in
    let width = try call.int(0, "width", 79)
    let breaksWords = call.bool(1, true)
    let join: String = if case .none = call[2] { "\n" } else { try call.text(2, "wrapstring", "\n") }
    guard width > 0 else { throw Fault(.wrongArgument(call.called, "width", wanted: .integer, got: "0")) }
    let breaksHyphens = call.bool(3, true)
    let lines = call.soft(&machine).lines.flatMap { line -> [String] in
      let wrapped = Wrapping(width: width, breaksWords: breaksWords, breaksHyphens: breaksHyphens).wrap(line)
      return wrapped.isEmpty ? [""] : wrapped
    }
    return call.like(lines.joined(separator: join))
  }
}

/// Breaks one line into lines of a width, at spaces and after hyphens within words.
struct Wrapping {
  let width: Int
  let breaksWords: Bool
  let breaksHyphens: Bool

  func wrap(_ line: String) -> [String] {
    var chunks = Array(chunks(line).reversed())
    var lines: [String] = []
    while !chunks.isEmpty {
      if !lines.isEmpty, isBlank(chunks[chunks.count - 1]) { chunks.removeLast() }
      var current: [[Unicode.Scalar]] = []
      var length = 0
      while let next = chunks.last, length + next.count <= width {
        current.append(next)
        length += next.count
        chunks.removeLast()
      }
      if let long = chunks.last, long.count > width { split(&chunks, &current, room: width - length) }
      if let last = current.last, isBlank(last) { current.removeLast() }
      if !current.isEmpty { lines.append(String(scalars: current.joined())) }
    }
    return lines
  }

  private func isBlank(_ chunk: [Unicode.Scalar]) -> Bool { chunk.allSatisfy { $0.properties.isWhitespace } }

  private func split(_ chunks: inout [[Unicode.Scalar]], _ current: inout [[Unicode.Scalar]], room: Int) {
    let room = max(room, 1)
    let long = chunks[chunks.count - 1]
    if breaksWords {
      current.append(Array(long.prefix(room)))
      chunks[chunks.count - 1] = Array(long.dropFirst(room))
    } else if current.isEmpty {
      current.append(chunks.removeLast())
    }
  }

  private func chunks(_ line: String) -> [[Unicode.Scalar]] {
    let letters = line.scalars
    var chunks: [[Unicode.Scalar]] = []
    for (index, letter) in letters.enumerated() {
      let isSpace = letter.properties.isWhitespace
      let previousIsSpace = index > 0 && letters[index - 1].properties.isWhitespace
      if index > 0, isSpace == previousIsSpace, !breaksAfterHyphen(letters, index - 1) {
        chunks[chunks.count - 1].append(letter)
      } else {
        chunks.append([letter])
      }
    }
    return chunks
  }

  private func breaksAfterHyphen(_ letters: [Unicode.Scalar], _ index: Int) -> Bool {
    guard breaksHyphens, letters[index] == "-", index >= 2, index + 2 < letters.count else { return false }
    return [index - 2, index - 1, index + 1, index + 2].allSatisfy { letters[$0].properties.isAlphabetic }
  }
}
