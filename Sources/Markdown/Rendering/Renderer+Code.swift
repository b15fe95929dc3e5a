import Bytes
import Highlight
import Language

extension Renderer {
  mutating func enterCodeBlock(_ node: TreeNode) {
    startLine()
    if isPlain { return enterPlainCodeBlock(node) }
    if node.isFenced, !isClosed(node) { report(.unclosedFence, at: origin.line(node.line)) }
    let words = node.fenceInfo { info in info.withUnsafeBufferPointer(Array.init) }
    let info = FenceInfo(words)
    session.codeBlocks += 1
    notePlain(node)
    open(info, session.options.tongue.pick(en: "Code", es: "Código"))
    let annotates = info.isAnnotated || isAnnotated(node)
    node.literal { appendCode($0, info, annotates: annotates, line: node.line) }
    out.append("</code></pre></figure>\n")
  }

  private mutating func enterPlainCodeBlock(_ node: TreeNode) {
    node.fenceInfo { info in
      if info.isEmpty { return out.append("<pre><code>") }
      var end = 0
      while end < info.count, !isSpace(info[end]) { end += 1 }
      out.append("<pre><code class=\"language-")
      out.append(htmlText: info.extracting(0..<end))
      out.append("\">")
    }
    node.literal { out.append(htmlText: $0) }
    out.append("</code></pre>\n")
  }

  private mutating func notePlain(_ node: TreeNode) {
    prose.count(plain)
    node.literal { plain.append(run: $0.indices, of: $0) }
    prose.skip(plain)
  }

  private mutating func open(_ info: FenceInfo, _ label: String) {
    out.append("<figure class=\"code")
    for name in info.classes {
      out.append(" ")
      appendEscaped(name)
    }
    out.append("\"")
    if let id = info.id { appendAttribute("id", id) }
    if !info.language.isEmpty { appendAttribute("data-language", info.language) }
    if !info.canBeCopied { out.append(" data-no-copy") }
    for pair in info.data { appendAttribute("data-\(pair.name)", pair.value) }
    out.append(">")
    if let title = info.title {
      out.append("<figcaption>")
      appendEscaped(title)
      plain.append(text: title + "\n")
      out.append("</figcaption>")
    }
    out.append("<pre tabindex=\"0\"")
    if let title = info.title {
      appendAttribute("aria-label", title)
    } else {
      appendAttribute("aria-label", label)
    }
    out.append("><code")
    if !info.language.isEmpty { appendAttribute("class", "language-\(info.language)") }
    out.append(">")
  }

  private mutating func appendEscaped(_ text: String) { out.append(htmlText: text.utf8.span) }
}

extension Renderer {
  private mutating func appendCode(_ code: Span<UInt8>, _ info: FenceInfo, annotates: Bool, line: Int) {
    let language = language(of: info, code, line)
    let isSession = Prompt.isSession(info.language, code)
    if language == nil, !info.needsLines, !annotates, !isSession { return appendCodeText(code) }
    if let language, !info.needsLines, !annotates, !isSession {
      return appendHighlighted(code, as: language)
    }
    var tokens: [Token] = []
    highlighter.tokens(of: code, as: language ?? .text, into: &tokens)
    var number = 0
    var start = 0
    while start < code.count {
      var end = start
      while end < code.count, code[end] != UInt8(ascii: "\n") { end += 1 }
      number += 1
      append(line: start..<end, number, of: code, tokens, info, annotates: annotates, isSession: isSession)
      start = end + 1
    }
  }

  /// Writes code with its colours.
  mutating func appendHighlighted(_ code: Span<UInt8>, as language: LanguageID) {
    let highlighter = highlighter
    out.append { highlighter.highlight(code, as: language, into: &$0) }
  }

  private mutating func append(
    line: Range<Int>, _ number: Int, of code: Span<UInt8>, _ tokens: [Token], _ info: FenceInfo,
    annotates: Bool, isSession: Bool
  ) {
    if info.hidden.contains(number) { return }
    if info.needsLines { openLine(number, info) }
    var start = line.lowerBound
    if isSession, let prompt = Prompt.length(in: code, line) {
      out.append("<span class=\"gp\">")
      out.append(htmlText: code.extracting(start..<start + prompt))
      out.append("</span>")
      start += prompt
    }
    let bytes = annotates ? ArraySlice(code.extracting(line).withUnsafeBufferPointer(Array.init)) : []
    if let annotation = annotates ? Annotation(endOf: bytes) : nil {
      out.append { $0.append(start..<max(start, line.lowerBound + annotation.end), of: code, tokens: tokens) }
      out.append(" <span class=\"annotation\" data-annotation=\"")
      out.append(decimal: annotation.number)
      out.append("\"></span>")
    } else {
      out.append { $0.append(start..<line.upperBound, of: code, tokens: tokens) }
    }
    out.append("\n")
    if info.needsLines { out.append("</span>") }
  }

  private mutating func openLine(_ number: Int, _ info: FenceInfo) {
    out.append("<span class=\"line")
    if info.highlighted.contains(number) { out.append(" highlighted") }
    if info.inserted.contains(number) { out.append(" inserted") }
    if info.deleted.contains(number) { out.append(" deleted") }
    if info.isNumbered {
      out.append("\" data-line=\"")
      out.append(decimal: info.firstNumber + number - 1)
    }
    out.append("\">")
  }

  /// The grammar for a block; a language without one is reported once.
  private mutating func language(of info: FenceInfo, _ code: Span<UInt8>, _ line: Int) -> LanguageID? {
    let name = info.language.lowercased()
    if name.isEmpty
      || ["mermaid", "goat", "math", "text", "txt", "plain", "plaintext", "output"].contains(name)
    {
      note(name)
      return nil
    }
    note(name)
    if let found = highlighter.language(named: name) { return found }
    if session.reportedLanguages.insert(name).inserted {
      report(.unknownLanguage(info.language), at: origin.line(line))
    }
    return nil
  }

  private mutating func note(_ language: String) {
    if !language.isEmpty, !article.codeLanguages.contains(language) { article.codeLanguages.append(language) }
  }

  /// Writes code; a shortcode that was escaped for the sake of Hugo is shown as it is meant.
  mutating func appendCodeText(_ code: Span<UInt8>) {
    guard blocks.tags.mayExist else { return out.append(htmlText: code) }
    let bytes = code.withUnsafeBufferPointer(Array.init)
    var clean = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "{"),
        let escaped = ShortcodeTag.unescaped(Array(bytes[index...].prefix(2000)))
      else {
        index += 1
        continue
      }
      out.append(htmlText: code.extracting(clean..<index))
      out.append(htmlText: escaped.text.span)
      index += escaped.count
      clean = index
    }
    out.append(htmlText: code.extracting(clean..<bytes.count))
  }
}

extension Renderer {
  /// Whether the last line of a fenced block is its closing fence.
  private func isClosed(_ node: TreeNode) -> Bool {
    guard node.lastLine > node.line else { return false }
    let line = origin.lines.range(of: node.lastLine)
    let fence = node.fenceByte
    var end = line.upperBound
    while end > line.lowerBound, isSpace(origin.text[end - 1]) { end -= 1 }
    var start = end
    while start > line.lowerBound, origin.text[start - 1] == fence { start -= 1 }
    guard end - start >= node.fenceLength else { return false }
    return (line.lowerBound..<start).allSatisfy {
      isSpace(origin.text[$0]) || origin.text[$0] == UInt8(ascii: ">")
    }
  }

  /// Whether a code block has numbers in comments, and a list after it.
  func isAnnotated(_ node: TreeNode) -> Bool {
    guard let list = node.next, list.kind == .list, list.isOrdered else { return false }
    return node.literal { code in
      let bytes = code.withUnsafeBufferPointer(Array.init)
      return bytes.split(separator: UInt8(ascii: "\n")).contains { Annotation(endOf: $0) != nil }
    }
  }

  /// Whether a list explains the annotations of the code block before it.
  func isAnnotationList(_ node: TreeNode) -> Bool {
    guard node.isOrdered, let code = node.previous, code.kind == .codeBlock else { return false }
    return isAnnotated(code)
  }
}
