import Testing

@testable import Markdown

struct EmojiTests {
  @Test(
    "a name gives its sign",
    arguments: [
      ("rocket", "🚀"), ("+1", "👍"), ("thumbsup", "👍"), ("es", "🇪🇸"), ("heart", "❤️"), ("tada", "🎉"),
      ("white_check_mark", "✅"), ("warning", "⚠️"), ("zzz", "💤"), ("100", "💯"), ("8ball", "🎱"),
    ])
  func named(name: String, sign: String) {
    #expect(Emoji(named: Array(name.utf8).span).map(text) == sign)
  }

  @Test(
    "an unknown name gives nothing",
    arguments: ["", "rocke", "rockets", "Rocket", "¿", "zzzz", "+", "no hay"])
  func unknown(name: String) {
    #expect(Emoji(named: Array(name.utf8).span) == nil)
  }

  @Test("a shortcode is read from colon to colon")
  func read() {
    let bytes = Array("Listo :tada:!".utf8)
    let found = Emoji.read(at: 6, in: bytes.span)
    #expect(found.map { text($0.emoji) } == "🎉")
    #expect(found?.end == 12)
  }

  @Test(
    "colons that open no shortcode are left",
    arguments: [":", "::", ":tada", ":TADA:", ": tada :", ":100:5", ":qué:", ":tada\n:", ""])
  func colons(source: String) {
    #expect(Emoji.read(at: 0, in: Array(source.utf8).span) == nil)
  }

  @Test("numbers between colons are a sign only where they stand alone")
  func numbers() {
    #expect(Emoji.read(at: 1, in: Array("1:100:2".utf8).span) == nil)
    #expect(Emoji.read(at: 0, in: Array(":100: de 100".utf8).span)?.end == 5)
  }

  @Test("the table is sorted, each name once, none longer than said")
  func sorted() {
    let names = Emoji.names
    let words = names.entries.map { names.bytes[Int($0.start)..<Int($0.end)] }
    for (one, next) in zip(words, words.dropFirst()) {
      #expect(one.lexicographicallyPrecedes(next), "\(String(decoding: next, as: UTF8.self))")
    }
    #expect(words.map(\.count).max() == Emoji.longestName)
    #expect(Emoji.count == 1445)
  }

  @Test("each name finds a sign outside ASCII, or a keycap")
  func complete() {
    let names = Emoji.names
    for entry in names.entries {
      let emoji = Emoji(named: Array(names.bytes[Int(entry.start)..<Int(entry.end)]).span)
      #expect(emoji?.sign == Int(entry.end) + 1..<Int(entry.signEnd))
      #expect(emoji.map { text($0).unicodeScalars.contains { $0.value > 0x7F } } == true)
    }
  }

  private func text(_ emoji: Emoji) -> String {
    var out: [UInt8] = []
    out.append(emoji)
    return String(decoding: out, as: UTF8.self)
  }
}
