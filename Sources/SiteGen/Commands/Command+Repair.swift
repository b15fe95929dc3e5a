import Diagnostics
import Disk
import TextRepair

extension Command {
  /// `sitegen repair`: mends encodings and mojibake.
  static let repair = Command(
    name: "repair",
    summary: Words(
      en: "mend wrong encodings and mojibake in text files",
      es: "arregla codificaciones equivocadas y mojibake en archivos de texto"
    ),
    arguments: [
      Argument(
        label: "FILE",
        summary: Words(
          en: "a text file, or - to read standard input and write the mended text to standard output",
          es:
            "un archivo de texto, o - para leer la entrada estándar y escribir el texto arreglado en la salida"
        ),
        isRequired: false,
        repeats: true
      )
    ],
    options: [
      Option(
        name: "--write",
        summary: Words(en: "rewrite the files that need it", es: "reescribe los archivos que lo necesitan")
      ),
      Option(
        name: "--force",
        summary: Words(
          en: "rewrite even where damage remains that cannot be undone",
          es: "reescribe también donde quedan daños que no se pueden deshacer"
        )
      ),
      Option(
        name: "--fences",
        summary: Words(
          en: "also fence code that stands bare in pasted guides, and show the difference",
          es: "delimita también el código suelto de guías pegadas, y muestra la diferencia"
        )
      ),
      Option(
        name: "--report",
        value: .choice(["json"]),
        summary: Words(en: "print every repair as JSON", es: "escribe cada arreglo en JSON")
      ),
      Option(
        name: "--input-dir",
        value: .text(label: "DIR", completes: .folder),
        summary: Words(en: "mend a whole tree", es: "arregla un árbol entero")
      ),
      Option(
        name: "--output-dir",
        value: .text(label: "DIR", completes: .folder),
        summary: Words(en: "where the mended tree goes", es: "adónde va el árbol arreglado")
      ),
    ],
    details: Words(
      en:
        "Without --write, it tells what it would do. Clean text is never touched, and repairing twice is repairing once.",
      es:
        "Sin --write, cuenta lo que haría. El texto limpio no se toca, y arreglar dos veces es arreglar una."
    ),
    examples: [
      "sitegen repair content/blog/talos.md",
      "sitegen repair --write content/blog/*.md",
      "sitegen repair - < damaged.md > mended.md",
    ],
    run: { invocation, console in
      switch (invocation.text("--input-dir"), invocation.text("--output-dir")) {
      case (let input?, let output?):
        guard invocation.arguments.isEmpty else {
          throw CommandLineFinding.optionsExclude("FILE", "--input-dir")
        }
        for option in ["--write", "--force", "--fences", "--report"] where invocation.has(option) {
          throw CommandLineFinding.optionsExclude(option, "--input-dir")
        }
        return try TreeRepair(from: Path(input), to: Path(output), console: console).run()
      case (nil, _?): throw CommandLineFinding.optionNeeds("--output-dir", "--input-dir")
      case (_?, nil): throw CommandLineFinding.optionNeeds("--input-dir", "--output-dir")
      case (nil, nil): break
      }
      guard !invocation.arguments.isEmpty else {
        throw CommandLineFinding.missingArgument(label: "FILE", command: "repair")
      }
      if invocation.has("--force"), !invocation.has("--write") {
        throw CommandLineFinding.optionNeeds("--force", "--write")
      }
      if invocation.has("--fences") {
        let isWriting = invocation.has("--write")
        return FenceRepair(paths: invocation.arguments, isWriting: isWriting, console: console).run()
      }
      return FileRepair(invocation: invocation, console: console).run()
    }
  )
}
