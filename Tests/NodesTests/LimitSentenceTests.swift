import Diagnostics
import Language
import Nodes
import Testing

@Suite("The sentences of limits and damage")
struct LimitSentenceTests {
  static let sentences: [(any Finding, Sentence, Sentence)] = [
    (
      YAMLFinding.tooLarge(limit: 64 << 20),
      Sentence("the file is larger than 64 MB", hint: "split it into several files"),
      Sentence("el archivo ocupa más de 64 MB", hint: "divídelo en varios archivos")
    ),
    (
      YAMLFinding.tooDeep(limit: 256),
      Sentence("more than 256 lists and maps inside each other", hint: "make the structure flatter"),
      Sentence("más de 256 listas y mapas unos dentro de otros", hint: "haz la estructura más plana")
    ),
    (
      YAMLFinding.tooManyAliases(limit: 9),
      Sentence("the aliases up to here stand for more than 9 values", hint: "repeat fewer of them"),
      Sentence("los alias hasta aquí representan más de 9 valores", hint: "repite menos")
    ),
    (
      YAMLFinding.invalidUTF8,
      Sentence("this is not UTF-8 text", hint: "save the file as UTF-8"),
      Sentence("esto no es texto UTF-8", hint: "guarda el archivo como UTF-8")
    ),
    (
      YAMLFinding.unreadable("x"), Sentence("not valid YAML: x"), Sentence("YAML no válido: x")
    ),
    (
      JSONFinding.tooLarge(limit: 64 << 20),
      Sentence("the file is larger than 64 MB", hint: "split it into several files"),
      Sentence("el archivo ocupa más de 64 MB", hint: "divídelo en varios archivos")
    ),
    (
      JSONFinding.tooDeep(limit: 256),
      Sentence("more than 256 lists and maps inside each other", hint: "make the structure flatter"),
      Sentence("más de 256 listas y mapas unos dentro de otros", hint: "haz la estructura más plana")
    ),
    (
      JSONFinding.invalidUTF8,
      Sentence("this is not UTF-8 text", hint: "save the file as UTF-8"),
      Sentence("esto no es texto UTF-8", hint: "guarda el archivo como UTF-8")
    ),
  ]

  @Test("are told word for word", arguments: sentences.indices)
  func told(index: Int) {
    let (finding, english, spanish) = Self.sentences[index]
    #expect(finding.sentence(in: .english) == english)
    #expect(finding.sentence(in: .spanish) == spanish)
  }
}
