import Diagnostics
import Language
import TestSupport
import Testing
import Themes

@Suite("What is told about themes")
struct SentenceTests {
  private static func layer(_ files: [String: String]) -> ThemeLayer {
    ThemeLayer(prefix: "", listing: files.keys) { name in files[name].map { Array($0.utf8) } }
  }

  @Test("places the mistakes of a file of strings")
  func files() {
    let site = Self.layer([
      "strings/es.yaml": """
      menu: [uno, dos]
      posts: {one: una}
      vacío:
      """, "strings/en.yaml": "- lista\n",
    ])
    let strings = Strings(of: site, builtIn: .empty, languages: ["es", "en"])
    #expect(
      Report(strings.mistakes).told == """
        strings/en.yaml:1:1: error: a file of strings is a map of keys and texts
           1 | - lista
             | ^~~~~~~
        hint: write them as 'key: text'
        strings/es.yaml:1:1: error: the string 'menu' is no text
           1 | menu: [uno, dos]
             | ^~~~
        hint: write a text, or the forms 'one' and 'other'
        strings/es.yaml:2:1: error: the string 'posts' has no form 'other'
           2 | posts: {one: una}
             | ^~~~~
        hint: 'other' is the form for most numbers
        strings/es.yaml:3:1: error: the string 'vacío' is no text
           3 | vacío:
             | ^~~~~
        hint: write a text, or the forms 'one' and 'other'
        strings/en.yaml:1:1: error: un archivo de textos es un mapa de claves y textos
           1 | - lista
             | ^~~~~~~
        pista: escríbelos como «clave: texto»
        strings/es.yaml:1:1: error: el texto «menu» no es un texto
           1 | menu: [uno, dos]
             | ^~~~
        pista: escribe un texto, o las formas «one» y «other»
        strings/es.yaml:2:1: error: al texto «posts» le falta la forma «other»
           2 | posts: {one: una}
             | ^~~~~
        pista: «other» es la forma para casi todos los números
        strings/es.yaml:3:1: error: el texto «vacío» no es un texto
           3 | vacío:
             | ^~~~~
        pista: escribe un texto, o las formas «one» y «other»

        """)
  }

  @Test("warns once for each string that a language lacks, and once for a language without any")
  func gaps() {
    let site = Self.layer(["strings/es.yaml": "a: 1\nb: 2\n", "strings/en.yaml": "a: 1\n"])
    let strings = Strings(of: site, builtIn: .empty, languages: ["es", "en", "fr", "es-MX"])
    #expect(
      Report(strings.mistakes).told == """
        strings/en.yaml: warning: the string 'b' is missing in 'en', so the Spanish one is used
        hint: add it to 'strings/en.yaml'
        strings/fr.yaml: warning: the theme has no strings in 'fr', so Spanish ones are used
        hint: write them in 'strings/fr.yaml'
        strings/en.yaml: aviso: falta el texto «b» en «en», así que se usa el español
        pista: añádelo a «strings/en.yaml»
        strings/fr.yaml: aviso: el tema no tiene textos en «fr», así que se usan los españoles
        pista: escríbelos en «strings/fr.yaml»

        """)
  }

  @Test("says what to do", arguments: cases)
  func sentences(finding: ThemeFinding, english: Sentence, spanish: Sentence) {
    #expect(finding.sentence(in: .english) == english)
    #expect(finding.sentence(in: .spanish) == spanish)
  }

  private static let cases: [(ThemeFinding, Sentence, Sentence)] = [
    (
      .unknownTheme("serneo", among: ["sereno", "tinta"]),
      Sentence("there is no theme 'serneo'", hint: "did you mean 'sereno'?"),
      Sentence("no existe el tema «serneo»", hint: "¿querías decir «sereno»?")
    ),
    (
      .unknownTheme("zzz", among: ["sereno", "tinta"]),
      Sentence("there is no theme 'zzz'", hint: "the folder 'themes/' holds: sereno, tinta"),
      Sentence("no existe el tema «zzz»", hint: "en la carpeta «themes/» hay: sereno, tinta")
    ),
    (
      .unknownTheme("zzz", among: []),
      Sentence(
        "there is no theme 'zzz'",
        hint: "make the folder 'themes/', or remove 'theme.name' from site.yaml for the built-in theme"),
      Sentence(
        "no existe el tema «zzz»",
        hint: "crea la carpeta «themes/», o quita «theme.name» de site.yaml para usar el tema incorporado")
    ),
    (
      .unknownString(key: "mroe", nearest: "more"),
      Sentence("there is no string 'mroe'", hint: "did you mean 'more'?"),
      Sentence("no existe el texto «mroe»", hint: "¿querías decir «more»?")
    ),
    (
      .unknownString(key: "x", nearest: nil),
      Sentence("there is no string 'x'", hint: "add it to 'strings/es.yaml'"),
      Sentence("no existe el texto «x»", hint: "añádelo a «strings/es.yaml»")
    ),
    (
      .countNeeded(key: "posts"),
      Sentence(
        "the string 'posts' has forms for one and for many, and no count tells which",
        hint: "give it 'count'"),
      Sentence(
        "el texto «posts» tiene formas para uno y para varios, y nada dice cuántos son",
        hint: "pásale «count»")
    ),
    (
      .missingArgument("total", key: "page"),
      Sentence("the string 'page' wants a value for '{total}'", hint: "give it 'total'"),
      Sentence("el texto «page» pide un valor para «{total}»", hint: "pásale «total»")
    ),
  ]
}
