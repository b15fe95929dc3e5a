import Testing
import TextRepair

@Suite("Bytes that are no UTF-8")
struct DamagedBytesTests {
  private static let prose =
    "La configuración está en español.\nTambién habrá réplicas.\nMañana, más.\nEl nodo cayó.\n"

  private func mended(_ line: [UInt8]) -> String {
    let repaired = repair(Array(Self.prose.utf8) + line + [UInt8(ascii: "\n")])
    return String(String(decoding: repaired.bytes, as: UTF8.self).dropFirst(Self.prose.count).dropLast())
  }

  @Test("are read line by line")
  func lines() {
    #expect(
      mended(Array("El ni".utf8) + [0xF1] + Array("o comi".utf8) + [0xF3] + Array(" pan".utf8))
        == "El niño comió pan")
    #expect(
      mended(Array("Despu".utf8) + [0x8E] + Array("s de la migraci".utf8) + [0x97] + Array("n".utf8))
        == "Después de la migración")
    #expect(
      mended(Array("Despu".utf8) + [0x82] + Array("s de la migraci".utf8) + [0xA2] + Array("n".utf8))
        == "Después de la migración")
  }

  @Test("that are cut, overlong or half a pair become U+FFFD, never an ASCII character")
  func forbidden() {
    #expect(
      mended(Array("una barra ".utf8) + [0xC0, 0xAF] + Array(" larga".utf8)) == "una barra \u{FFFD} larga")
    #expect(
      mended(Array("tres bytes ".utf8) + [0xE0, 0x80, 0xAF] + Array(" largos".utf8))
        == "tres bytes \u{FFFD} largos")
    #expect(
      mended(Array("media pareja ".utf8) + [0xED, 0xA0, 0xBD] + Array(" sola".utf8))
        == "media pareja \u{FFFD} sola")
    #expect(
      mended(Array("sin sentido ".utf8) + [0xFF] + Array(" alguno".utf8)) == "sin sentido \u{FFFD} alguno")
    #expect(
      mended(Array("tres cuartos ".utf8) + [0xF0, 0x9F, 0x93] + Array(" de cohete".utf8))
        == "tres cuartos \u{FFFD} de cohete")
  }

  @Test("in two surrogates become the character meant")
  func surrogatePair() {
    #expect(mended(Array("despegue ".utf8) + [0xED, 0xA0, 0xBD, 0xED, 0xBA, 0x80]) == "despegue 🚀")
  }

  @Test("that lost the second half of a letter get it back where the word is plain")
  func torn() {
    #expect(mended(Array("la configuraci".utf8) + [0xC3] + Array("n nueva".utf8)) == "la configuración nueva")
  }

  @Test("of Windows in a file of an English author")
  func single() {
    let bytes = Array("Nothing but English here.\nAnd a caf".utf8) + [0xE9] + Array(" in one line.\n".utf8)
    let repaired = repair(bytes)
    #expect(
      String(decoding: repaired.bytes, as: UTF8.self)
        == "Nothing but English here.\nAnd a café in one line.\n")
    #expect(repaired.encoding == .codec(.windows1252))
    #expect(repaired.repairs.map(\.before) == ["\\xE9"])
    #expect(repaired.repairs.first?.line == 2)
    #expect(repaired.repairs.first?.column == 10)
  }

  @Test("of a file name")
  func name() {
    #expect(repairName([0x6E, 0x69, 0xF1, 0x6F, 0x2E, 0x6D, 0x64]).bytes == Array("niño.md".utf8))
    #expect(repairName(Array("configuraciÃ³n.md".utf8)).bytes == Array("configuración.md".utf8))
    #expect(repairName(Array("man\u{303}ana.md".utf8)).isUnchanged)
  }
}
