import Diagnostics
import Language
import Testing

@testable import Markdown

@Suite("What is said about a text")
struct SentenceTests {
  struct Saying: CustomTestStringConvertible, Sendable {
    let finding: MarkdownFinding
    let english: Sentence
    let spanish: Sentence

    var testDescription: String { finding.code }
  }

  @Test("is said word for word in both languages", arguments: sayings)
  func sentences(saying: Saying) {
    #expect(saying.finding.sentence(in: .english) == saying.english)
    #expect(saying.finding.sentence(in: .spanish) == saying.spanish)
  }

  static func say(
    _ finding: MarkdownFinding, _ english: String, _ hint: String, _ spanish: String, _ pista: String
  ) -> Saying {
    Saying(
      finding: finding, english: Sentence(english, hint: hint), spanish: Sentence(spanish, hint: pista))
  }

  static let sayings = [
    say(
      .unclosedFence, "this code block is never closed and swallows what follows",
      "close it with a line of the same marks",
      "este bloque de código no se cierra y se traga lo que sigue",
      "ciérralo con una línea de las mismas marcas"),
    say(
      .unclosedContainer("note"), "the block 'note' is never closed",
      "close it with a line of ':::'",
      "el bloque «note» no se cierra",
      "ciérralo con una línea «:::»"),
    say(
      .unclosedShortcode("details"), "the shortcode 'details' is never closed",
      "add '{{< /details >}}'",
      "el shortcode «details» no se cierra",
      "añade «{{< /details >}}»"),
    say(
      .strayShortcodeEnd("a"), "'{{< /a >}}' closes a shortcode that was not opened",
      "remove it, or open 'a' before",
      "«{{< /a >}}» cierra un shortcode que no se abrió",
      "quítalo o abre antes «a»"),
    say(
      .crossedShortcode("b", with: "a"), "the shortcode 'b' crosses 'a'",
      "close 'b' before 'a' is closed",
      "el shortcode «b» se cruza con «a»",
      "cierra «b» antes de que se cierre «a»"),
    say(
      .splitShortcode("a"), "the shortcode 'a' begins inside a paragraph and ends outside it",
      "give its opening and closing tags a line of their own",
      "el shortcode «a» empieza dentro de un párrafo y acaba fuera",
      "pon su apertura y su cierre en líneas propias"),
    say(
      .inlineShortcode("a.inline"), "'a.inline' defines a template inside the text, which is not allowed",
      "put the template in 'templates/shortcodes/'",
      "«a.inline» define una plantilla dentro del texto, y no se permite",
      "pon la plantilla en «templates/shortcodes/»"),
    say(
      .mixedArguments("a"), "'a' has arguments with and without names",
      "name all of them, or none",
      "«a» tiene argumentos con nombre y sin nombre",
      "ponles nombre a todos o a ninguno"),
    say(
      .malformedShortcode, "this shortcode cannot be read",
      "write '{{< name argument=\"value\" >}}'",
      "este shortcode no se puede leer",
      "escribe «{{< nombre argumento=\"valor\" >}}»"),
    say(
      .deepShortcodes, "shortcodes nested more than 20 deep",
      "nest less",
      "shortcodes anidados a más de 20 niveles",
      "anida menos"),
    say(
      .undefinedFootnote("1"), "the footnote '1' is not defined",
      "add a line '[^1]: …'",
      "la nota «1» no está definida",
      "añade una línea «[^1]: …»"),
    say(
      .repeatedFootnote("1"), "the footnote '1' is defined twice; the first counts",
      "rename or remove one of them",
      "la nota «1» está definida dos veces; vale la primera",
      "cambia el nombre de una o quítala"),
    say(
      .unusedFootnote("1"), "nothing refers to the footnote '1'",
      "refer to it with '[^1]', or remove it",
      "nada remite a la nota «1»",
      "remite a ella con «[^1]» o quítala"),
    say(
      .unknownLanguage("x"), "no grammar for the language 'x'; its code stays without colours",
      "check the name, or add a grammar in 'syntaxes/'",
      "no hay gramática para el lenguaje «x»; su código queda sin colores",
      "revisa el nombre o añade una gramática en «syntaxes/»"),
    say(
      .unknownComponent("X"), "the component '<X>' is not known",
      "MDX is read, never executed: replace it with Markdown or a shortcode",
      "el componente «<X>» no se conoce",
      "MDX se lee, nunca se ejecuta: sustitúyelo por Markdown o un shortcode"),
    say(
      .tooManyOpeners("![", limit: 10_000), "more than 10000 '![' that nothing closes",
      "put the text in a code block, or split the file",
      "más de 10000 «![» sin cerrar",
      "pon el texto en un bloque de código o divide el archivo"),
    say(
      .wideTable(columns: 600, limit: 500), "a table of 600 columns; at most 500 are read",
      "put the data in a file and link to it",
      "una tabla de 600 columnas; se leen como mucho 500",
      "pon los datos en un archivo y enlázalo"),
    say(
      .controlCharacter(0x1B, more: 2), "the control character U+001B is left out, and 2 more",
      "remove it: it shows nothing, and no page may hold it",
      "el carácter de control U+001B se deja fuera, y 2 más",
      "bórralo: no se ve, y ninguna página puede llevarlo"),
  ]
}
