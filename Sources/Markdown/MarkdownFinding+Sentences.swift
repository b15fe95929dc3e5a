import Diagnostics
import Language

extension MarkdownFinding {
  func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .unclosedFence, .unclosedContainer, .tooManyOpeners, .wideTable: blocks(in: tongue)
    case .controlCharacter(let scalar, let more): control(scalar, more, in: tongue)
    case .undefinedFootnote, .repeatedFootnote, .unusedFootnote: footnotes(in: tongue)
    case .unknownLanguage, .unknownComponent: names(in: tongue)
    default: shortcodes(in: tongue)
    }
  }
}

extension MarkdownFinding {
  private func control(_ scalar: UInt32, _ more: Int, in tongue: Tongue) -> Sentence {
    let digits = String(scalar, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Sentence(
      tongue.pick(
        en: "the control character \(name) is left out" + (more > 0 ? ", and \(more) more" : ""),
        es: "el carácter de control \(name) se deja fuera" + (more > 0 ? ", y \(more) más" : "")),
      hint: tongue.pick(
        en: "remove it: it shows nothing, and no page may hold it",
        es: "bórralo: no se ve, y ninguna página puede llevarlo"))
  }

  private func blocks(in tongue: Tongue) -> Sentence {
    switch self {
    case .unclosedFence:
      Sentence(
        tongue.pick(
          en: "this code block is never closed and swallows what follows",
          es: "este bloque de código no se cierra y se traga lo que sigue"),
        hint: tongue.pick(
          en: "close it with a line of the same marks", es: "ciérralo con una línea de las mismas marcas"))
    case .unclosedContainer(let name):
      Sentence(
        tongue.pick(en: "the block '\(name)' is never closed", es: "el bloque «\(name)» no se cierra"),
        hint: tongue.pick(en: "close it with a line of ':::'", es: "ciérralo con una línea «:::»"))
    case .tooManyOpeners(let mark, let limit):
      Sentence(
        tongue.pick(
          en: "more than \(limit) '\(mark)' that nothing closes", es: "más de \(limit) «\(mark)» sin cerrar"),
        hint: tongue.pick(
          en: "put the text in a code block, or split the file",
          es: "pon el texto en un bloque de código o divide el archivo"
        ))
    case .wideTable(let columns, let limit):
      Sentence(
        tongue.pick(
          en: "a table of \(columns) columns; at most \(limit) are read",
          es: "una tabla de \(columns) columnas; se leen como mucho \(limit)"),
        hint: tongue.pick(
          en: "put the data in a file and link to it", es: "pon los datos en un archivo y enlázalo"))
    default: preconditionFailure("not about a block")
    }
  }

  private func footnotes(in tongue: Tongue) -> Sentence {
    switch self {
    case .undefinedFootnote(let label):
      Sentence(
        tongue.pick(en: "the footnote '\(label)' is not defined", es: "la nota «\(label)» no está definida"),
        hint: tongue.pick(
          en: "add a line '[^\(label)]: …'", es: "añade una línea «[^\(label)]: …»"))
    case .repeatedFootnote(let label):
      Sentence(
        tongue.pick(
          en: "the footnote '\(label)' is defined twice; the first counts",
          es: "la nota «\(label)» está definida dos veces; vale la primera"),
        hint: tongue.pick(en: "rename or remove one of them", es: "cambia el nombre de una o quítala"))
    case .unusedFootnote(let label):
      Sentence(
        tongue.pick(en: "nothing refers to the footnote '\(label)'", es: "nada remite a la nota «\(label)»"),
        hint: tongue.pick(
          en: "refer to it with '[^\(label)]', or remove it", es: "remite a ella con «[^\(label)]» o quítala")
      )
    default: preconditionFailure("not about a footnote")
    }
  }

  private func names(in tongue: Tongue) -> Sentence {
    switch self {
    case .unknownLanguage(let name):
      Sentence(
        tongue.pick(
          en: "no grammar for the language '\(name)'; its code stays without colours",
          es: "no hay gramática para el lenguaje «\(name)»; su código queda sin colores"),
        hint: tongue.pick(
          en: "check the name, or add a grammar in 'syntaxes/'",
          es: "revisa el nombre o añade una gramática en «syntaxes/»"))
    case .unknownComponent(let name):
      Sentence(
        tongue.pick(
          en: "the component '<\(name)>' is not known", es: "el componente «<\(name)>» no se conoce"),
        hint: tongue.pick(
          en: "MDX is read, never executed: replace it with Markdown or a shortcode",
          es: "MDX se lee, nunca se ejecuta: sustitúyelo por Markdown o un shortcode"))
    default: preconditionFailure("not about a name")
    }
  }

  private func shortcodes(in tongue: Tongue) -> Sentence {
    switch self {
    case .unclosedShortcode(let name):
      Sentence(
        tongue.pick(en: "the shortcode '\(name)' is never closed", es: "el shortcode «\(name)» no se cierra"),
        hint: tongue.pick(en: "add '{{< /\(name) >}}'", es: "añade «{{< /\(name) >}}»"))
    case .strayShortcodeEnd(let name):
      Sentence(
        tongue.pick(
          en: "'{{< /\(name) >}}' closes a shortcode that was not opened",
          es: "«{{< /\(name) >}}» cierra un shortcode que no se abrió"),
        hint: tongue.pick(en: "remove it, or open '\(name)' before", es: "quítalo o abre antes «\(name)»"))
    case .crossedShortcode(let name, let other):
      Sentence(
        tongue.pick(
          en: "the shortcode '\(name)' crosses '\(other)'",
          es: "el shortcode «\(name)» se cruza con «\(other)»"),
        hint: tongue.pick(
          en: "close '\(name)' before '\(other)' is closed",
          es: "cierra «\(name)» antes de que se cierre «\(other)»"))
    case .splitShortcode(let name):
      Sentence(
        tongue.pick(
          en: "the shortcode '\(name)' begins inside a paragraph and ends outside it",
          es: "el shortcode «\(name)» empieza dentro de un párrafo y acaba fuera"),
        hint: tongue.pick(
          en: "give its opening and closing tags a line of their own",
          es: "pon su apertura y su cierre en líneas propias"))
    default: shortcodeForms(in: tongue)
    }
  }

  private func shortcodeForms(in tongue: Tongue) -> Sentence {
    switch self {
    case .inlineShortcode(let name):
      Sentence(
        tongue.pick(
          en: "'\(name)' defines a template inside the text, which is not allowed",
          es: "«\(name)» define una plantilla dentro del texto, y no se permite"),
        hint: tongue.pick(
          en: "put the template in 'templates/shortcodes/'", es: "pon la plantilla en «templates/shortcodes/»"
        ))
    case .mixedArguments(let name):
      Sentence(
        tongue.pick(
          en: "'\(name)' has arguments with and without names",
          es: "«\(name)» tiene argumentos con nombre y sin nombre"),
        hint: tongue.pick(en: "name all of them, or none", es: "ponles nombre a todos o a ninguno"))
    case .deepShortcodes:
      Sentence(
        tongue.pick(
          en: "shortcodes nested more than \(Shortcode.depthLimit) deep",
          es: "shortcodes anidados a más de \(Shortcode.depthLimit) niveles"),
        hint: tongue.pick(en: "nest less", es: "anida menos"))
    default:
      Sentence(
        tongue.pick(en: "this shortcode cannot be read", es: "este shortcode no se puede leer"),
        hint: tongue.pick(
          en: "write '{{< name argument=\"value\" >}}'", es: "escribe «{{< nombre argumento=\"valor\" >}}»"))
    }
  }
}
