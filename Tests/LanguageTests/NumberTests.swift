import Language
import Testing

@Suite("A number in a text")
struct NumberTests {
  @Test("is written as a second implementation writes it")
  func reference() throws {
    for row in try rows(of: "numbers.txt") {
      let number = try #require(Double(row[0]))
      let least = try #require(Int(row[1]))
      let decimals = least...max(least, Int(row[2]) ?? 0)
      #expect(written { $0.append(number: number, decimals: decimals, in: .spanish) } == row[3], "\(row)")
      #expect(written { $0.append(number: number, decimals: decimals, in: .english) } == row[4], "\(row)")
    }
  }

  @Test(
    "parts its thousands as asked",
    arguments: [
      (1234, Grouping.always, "1.234"), (1234, .fromFiveDigits, "1234"), (12_345, .fromFiveDigits, "12.345"),
      (12_345, .never, "12345"), (-1_234_567, .always, "-1.234.567"), (0, .always, "0"),
      (999, .always, "999"),
      (Int.min, .always, "-9.223.372.036.854.775.808"),
    ])
  func grouping(number: Int, grouping: Grouping, spanish: String) {
    #expect(written { $0.append(number: number, in: .spanish, grouping: grouping) } == spanish)
  }

  @Test(
    "has units",
    arguments: [
      (0, "0 B", "0 B"), (1023, "1.023 B", "1,023 B"), (1024, "1 KiB", "1 KiB"), (1536, "1,5 KiB", "1.5 KiB"),
      (1_048_575, "1 MiB", "1 MiB"), (16_106_127_360, "15 GiB", "15 GiB"), (-1536, "-1,5 KiB", "-1.5 KiB"),
    ])
  func bytes(count: Int, spanish: String, english: String) {
    let narrow = { (text: String) in text.split(separator: "\u{A0}").joined(separator: " ") }
    #expect(narrow(written { $0.append(byteCount: count, in: .spanish) }) == spanish)
    #expect(narrow(written { $0.append(byteCount: count, in: .english) }) == english)
  }

  @Test("can be a percentage")
  func percent() {
    #expect(written { $0.append(percent: 0.125, in: .spanish) } == "12,5\u{A0}%")
    #expect(written { $0.append(percent: 1, in: .english) } == "100%")
    #expect(written { $0.append(number: Double.infinity, in: .spanish) } == "∞")
    #expect(written { $0.append(number: -0.0001, in: .spanish) } == "0")
  }

  @Test(
    "chooses the form of its noun",
    arguments: [
      (0, "páginas", "pages"), (1, "página", "page"), (2, "páginas", "pages"), (-1, "página", "page"),
      (1_000_000, "de páginas", "pages"), (1_000_001, "páginas", "pages"),
    ])
  func plural(count: Int, spanish: String, english: String) {
    #expect(Tongue.spanish.plural(of: count, one: "página", other: "páginas") == spanish)
    #expect(Tongue.english.plural(of: count, one: "page", other: "pages") == english)
    #expect(Plural.of(1.5, in: .spanish) == .other)
  }

  @Test(
    "counts places",
    arguments: [
      (1, "1.º", "1.ª", "1st"), (2, "2.º", "2.ª", "2nd"), (3, "3.º", "3.ª", "3rd"),
      (11, "11.º", "11.ª", "11th"),
      (12, "12.º", "12.ª", "12th"), (113, "113.º", "113.ª", "113th"), (22, "22.º", "22.ª", "22nd"),
    ])
  func ordinal(number: Int, masculine: String, feminine: String, english: String) {
    #expect(written { $0.append(ordinal: number, in: .spanish) } == masculine)
    #expect(written { $0.append(ordinal: number, gender: .feminine, in: .spanish) } == feminine)
    #expect(written { $0.append(ordinal: number, in: .english) } == english)
  }

  @Test(
    "joins a list as it is said",
    arguments: [
      ([], "", "", ""), (["a"], "a", "a", "a"), (["a", "b"], "a y b", "a o b", "a and b"),
      (["a", "b", "c"], "a, b y c", "a, b o c", "a, b, and c"),
      (["Ansible", "Incus"], "Ansible e Incus", "Ansible o Incus", "Ansible and Incus"),
      (["padre", "hijo"], "padre e hijo", "padre o hijo", "padre and hijo"),
      (["nieve", "hielo"], "nieve y hielo", "nieve o hielo", "nieve and hielo"),
      (["agua", "Ícaro"], "agua e Ícaro", "agua o Ícaro", "agua and Ícaro"),
      (["Android", "iOS"], "Android y iOS", "Android o iOS", "Android and iOS"),
      (["siete", "ocho"], "siete y ocho", "siete u ocho", "siete and ocho"),
      (["7", "8"], "7 y 8", "7 u 8", "7 and 8"), (["10", "11"], "10 y 11", "10 u 11", "10 and 11"),
      (["100", "110"], "100 y 110", "100 o 110", "100 and 110"),
      (["uno", "«otro»"], "uno y «otro»", "uno u «otro»", "uno and «otro»"),
      (["mujer", "hombre"], "mujer y hombre", "mujer u hombre", "mujer and hombre"),
      (["eso", "yo"], "eso y yo", "eso o yo", "eso and yo"),
    ] as [([String], String, String, String)])
  func listing(items: [String], and: String, or: String, english: String) {
    #expect(items.listed(in: .spanish) == and)
    #expect(items.listed(.or, in: .spanish) == or)
    #expect(items.listed(in: .english) == english)
  }
}
