import Audit
import Diagnostics
import Disk
import Language
import Site
import Workers

extension Command {
  /// `sitegen check`: what is wrong with the finished site.
  static let check = Command(
    name: "check",
    summary: Words(
      en: "look for what is wrong with the finished site; write nothing",
      es: "busca lo que está mal en el sitio terminado; no escribe nada"),
    options: checkOptions,
    details: Words(
      en: """
        The site is built in memory and every page is read: links, pictures, headings, redirects, titles, feeds. Each
        finding has its place in the source. 'check' in site.yaml says by its name how grave each is: error, warning, off.
        """,
      es: """
        El sitio se genera en memoria y se lee cada página: enlaces, imágenes, títulos, redirecciones, feeds. Cada aviso
        dice su lugar en el original. «check» en site.yaml dice por su nombre su gravedad: error, warning, off.
        """),
    examples: [
      "sitegen check", "sitegen check --strict --format github",
      "sitegen check --baseline check-baseline.yaml --write-baseline",
    ],
    run: { invocation, console in
      if invocation.has("--write-baseline"), !invocation.has("--baseline") {
        throw CommandLineFinding.optionNeeds("--write-baseline", "--baseline")
      }
      var request = try SiteBuild.Request(of: invocation, console)
      // Warnings must not keep the site from being built; they are judged at the end.
      request.strict = false
      let progress = BuildProgress(console.tongue.pick(en: "rendering", es: "generando"), on: console)
      let outcome = try Audit(request).run { done, total in progress.show(done, of: total) }
      progress.end()
      defer { outcome.remains.leave() }
      return try CheckRun(invocation, console).tell(outcome)
    }
  )

  private static let checkOptions =
    [.source] + Option.ofBuilds + [
      .strict,
      Option(
        name: "--baseline", value: .text(label: "FILE", completes: .file),
        summary: Words(
          en: "a file of known findings, which are not told",
          es: "archivo de avisos conocidos, que no se cuentan")),
      Option(
        name: "--write-baseline",
        summary: Words(
          en: "write all findings into that file, and tell none",
          es: "escribe todos los avisos en ese archivo y no cuenta ninguno")),
      .now,
    ]
}
