import Language
import TestSupport
import Testing

@Suite("An alphabetical list")
struct CollationTests {
  @Test("is ordered as a second implementation orders it", arguments: Tongue.allCases)
  func reference(tongue: Tongue) throws {
    let expected = try rows(of: "sorted-\(tongue.rawValue).txt").map { $0[0] }
    #expect(expected.count > 120)
    let seed = Seed.current
    var random = Dice(seed: seed)
    let sorted = expected.shuffled(using: &random).sorted(alphabeticallyIn: tongue)
    for (index, (ours, theirs)) in zip(sorted, expected).enumerated() where ours != theirs {
      Issue.record("at \(index): \(ours) instead of \(theirs), seed \(seed)")
      break
    }
  }

  @Test(
    "has Spanish letters, numbers and cases in their places",
    arguments: [
      ("n", "ñ"), ("nz", "ña"), ("ñz", "o"), ("v2", "v10"), ("v1.9", "v1.10"), ("camion", "camión"),
      ("camión", "camiona"), ("go", "Go"), ("Go", "gó"), ("2", "a"), ("-", "1"), ("a b", "ab"), ("007", "8"),
      ("z", "я"), ("🚀", "1"), ("", " "), ("Zz", "日"),
    ])
  func pairs(first: String, second: String) {
    #expect(CollationKey(of: first, in: .spanish) < CollationKey(of: second, in: .spanish))
    #expect(!(CollationKey(of: second, in: .spanish) < CollationKey(of: first, in: .spanish)))
  }

  @Test("puts ñ among the n in English")
  func english() {
    #expect(
      ["ñu", "nube", "nz", "o"].sorted(alphabeticallyIn: .english)
        == ["nube", "nz", "ñu", "o"].sorted(alphabeticallyIn: .english))
    #expect(CollationKey(of: "ña", in: .english) < CollationKey(of: "nz", in: .english))
  }

  @Test("puts NFC and NFD side by side, and never takes two texts for equal")
  func forms() {
    let composed = CollationKey(of: "ñandú", in: .spanish)
    let decomposed = CollationKey(of: "n\u{303}andu\u{301}", in: .spanish)
    #expect(composed != decomposed)
    #expect(decomposed < composed)
    #expect(composed < CollationKey(of: "ñandúa", in: .spanish))
    #expect(CollationKey(of: "007", in: .spanish) != CollationKey(of: "7", in: .spanish))
  }
}
