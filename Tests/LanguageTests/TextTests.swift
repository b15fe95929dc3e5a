import Foundation
import Language
import TestSupport
import Testing

@Suite("A text")
struct TextTests {
  @Test(
    "has a slug",
    arguments: [
      ("Clúster Ñandú", "cluster-nandu"), ("¿Cómo monté mi homelab?", "como-monte-mi-homelab"),
      ("  --Hola,   mundo!--  ", "hola-mundo"), ("v1.32.1", "v1-32-1"), ("a_b", "a-b"), ("Straße", "strasse"),
      ("Œuvre & Æther", "oeuvre-aether"), ("Łódź", "lodz"), ("d’Or, l'hora", "dor-lhora"), ("C", "c"),
      ("C++", "cpp"), ("C#", "csharp"), ("C# y F#", "csharp-y-fsharp"), ("Ctrl+C", "ctrl-c"),
      ("K3s + Longhorn", "k3s-longhorn"), ("#hashtag", "hashtag"), ("🚀 Talos 🎉", "talos"), ("🚀", ""),
      ("👩🏽‍🚀 sola", "sola"), ("", ""), ("n\u{303}u", "nu"), ("x\u{302}", "x"), ("Привет, Мир", "привет-мир"),
      ("日本語 Talos", "日本語-talos"), ("Ελλάδα", "ελλάδα"), ("ﬁn de ½", "fin-de-1-2"), ("1.ª parte", "1-a-parte"),
      ("ＡＢ", "ab"), ("co\u{AD}operar", "cooperar"), ("20 °C", "20-c"), ("día—noche", "dia-noche"),
      ("й", "й"), ("и\u{306}", "й"), ("हिन्दी", "हिन्दी"),
    ])
  func slugs(text: String, expected: String) {
    #expect(Array(slug(of: text).utf8) == Array(expected.utf8), "\(slug(of: text))")
    #expect(slug(of: expected) == expected)
  }

  @Test("has a slug of its slug that is the slug, whatever the bytes")
  func slugFuzz() {
    let seed = Seed.current
    var random = Dice(seed: seed)
    let pieces: [String] = [
      "a", "Ñ", "é", "e\u{301}", "+", "#", "-", " ", "'", "’", "🚀", "й", "ß", "1", "½", "\u{303}", "한", "½",
      "ﬃ", "İ", "€",
      "℃", "ª", "\u{200D}", "ǅ",
    ]
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 0...8, using: &random))
        .compactMap { _ in pieces.randomElement(using: &random) }.joined()
      let once = slug(of: text)
      #expect(slug(of: once) == once, "\(text), seed \(seed)")
      #expect(!once.hasPrefix("-") && !once.hasSuffix("-") && !once.contains("--"), "\(text), seed \(seed)")
    }
    let torn: [UInt8] = [0x41, 0xFF, 0xC3]
    let name = slug(of: torn.span)
    #expect(name == Array("a".utf8))
  }

  @Test("is put into NFC, and handed back when it is")
  func composed() {
    #expect(Array("cafe\u{301} n\u{303}".composed.utf8) == Array("café ñ".utf8))
    let clean = Array("Camión «ñandú» — 20 € → 🚀 ⚠️ plain".utf8)
    #expect(isPlainlyComposed(clean))
    #expect(clean.composed == clean)
    #expect(!isPlainlyComposed(Array("e\u{301}".utf8)))
    #expect([0xFF, 0x41].composed == [0xFF, 0x41])
    #expect([UInt8]().composed.isEmpty)
  }

  @Test("is called plainly composed only when Foundation finds it composed too")
  func quickCheck() {
    for value in UInt32(0x80)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "e\(String(scalar))"
      guard isPlainlyComposed(Array(text.utf8)) else { continue }
      let theirs = text.precomposedStringWithCanonicalMapping
      if Array(theirs.utf8) != Array(text.utf8) { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test("is composed as Foundation composes it")
  func composedFuzz() {
    let seed = Seed.current
    var random = Dice(seed: seed)
    let marks: [String] = [
      "\u{301}", "\u{303}", "\u{308}", "\u{327}", "\u{323}", "e", "n", "A", "o", "ñ", "한", "ᄒ", "ᅡ", "Å",
    ]
    for _ in 0..<2000 {
      let text = (0..<6).compactMap { _ in marks.randomElement(using: &random) }.joined()
      #expect(
        Array(text.composed.utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8), "seed \(seed)")
    }
  }

  @Test("loses case and accents for keys")
  func folding() {
    #expect("ÁRBOL Straße".caseFolded == "árbol strasse")
    #expect("TaLoS".caseFolded == "talos")
    #expect("Ñandú œuvre й 20 €".accentsFolded == "Nandu oeuvre й 20 €")
    #expect("e\u{301}n".accentsFolded == "en")
  }

  @Test(
    "takes columns on a terminal",
    arguments: [
      ("hola", 4), ("ñandú", 5), ("n\u{303}", 1), ("日本", 4), ("🚀", 2), ("👩🏽‍🚀", 2), ("👨‍👩‍👧‍👦", 2),
      ("🇪🇸", 2), ("⚠", 1), ("⚠️", 2), ("1️⃣", 2), ("☝🏽", 2), ("❤️‍🔥", 2), ("a\u{200D}b", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("", 0),
      ("❤️ x", 4),
      ("a\u{FE0F}", 1), ("🇪🇸🇫🇷", 4), ("—…«»", 4),
    ])
  func columns(text: String, columns: Int) {
    #expect(text.columns == columns)
  }

  @Test(
    "has words",
    arguments: [
      ("", 0), ("hola", 1), (" uno  dos\n\ttres ", 3), ("y/o kube-apiserver v1.32.1", 3), ("—dijo— ¿qué?", 2),
      ("uno—dos", 2), ("uno…dos", 2), ("🚀 → — €", 0), ("20 €", 1), ("日本語", 3), ("camión ñandú", 2),
      ("a\u{A0}b", 2), ("Привет мир", 2), ("1.º", 1), ("🚀cohete", 1),
    ])
  func words(text: String, words: Int) {
    #expect(count(text).words == words)
  }

  @Test("is counted in runs as in one piece")
  func runs() {
    var count = WordCount()
    count.add(Array("pala".utf8).span)
    count.add(Array("bra dos".utf8).span)
    count.endWord()
    count.add(Array("tres".utf8).span)
    #expect(count.words == 3)
    #expect(count.minutes() == 1)
    #expect(self.count(String(repeating: "a ", count: 401)).minutes() == 3)
  }

  private func count(_ text: String) -> WordCount { WordCount(of: Array(text.utf8).span) }

  private func isPlainlyComposed(_ bytes: [UInt8]) -> Bool { bytes.span.isPlainlyComposed }
}
