import Diagnostics
import Disk
import Language
import Site
import Workers

extension Command {
  /// `sitegen build`: the whole site.
  static let build = Command(
    name: "build",
    summary: Words(
      en: "build the site into its output folder", es: "genera el sitio en su carpeta de salida"),
    options: buildOptions,
    examples: ["sitegen build", "sitegen build --source blog --output /srv/www --drafts"],
    run: { invocation, console in
      let source = Path(invocation.text(Option.source.name) ?? ".")
      let output = invocation.text("--output").map { Path($0) } ?? source.appending("public")
      let jobs = invocation.number("--jobs") ?? Workers.processors
      var request = SiteBuild.Request(
        source: source, output: output, workers: Workers(count: jobs),
        now: try console.environment.present(for: invocation))
      request.home = console.environment.variables["HOME"].map { Path($0) }
      request.drafts = invocation.has("--drafts")
      request.future = invocation.has("--future")
      request.strict = invocation.has("--strict")
      request.environment = invocation.text("--env")
      let outcome = try SiteBuild(request).run()
      console.show(outcome.report)
      return outcome.report.fails(strict: request.strict) ? .wrong : .done
    }
  )

  private static let buildOptions = [
    .source,
    Option(
      name: "--output", value: .text(label: "DIR", completes: .folder),
      summary: Words(
        en: "where the site is written (default: public)", es: "dónde se escribe (por defecto: public)")),
    Option(
      name: "--env", value: .text(label: "NAME"),
      summary: Words(
        en: "the environment of site.yaml to build for", es: "entorno de site.yaml que se genera")),
    Option(name: "--drafts", summary: Words(en: "build drafts too", es: "genera también los borradores")),
    Option(
      name: "--future",
      summary: Words(en: "build posts dated later than now", es: "genera también lo que tiene fecha futura")),
    Option(
      name: "--jobs", value: .number(label: "N", allowed: 1...256),
      summary: Words(
        en: "how many threads work (default: one for each processor)",
        es: "cuántos hilos trabajan (por defecto: uno por procesador)")),
    Option(
      name: "--strict", summary: Words(en: "take warnings for errors", es: "toma los avisos por errores")),
    Option(
      name: "--offline",
      summary: Words(
        en: "ask nothing of the network (the default)", es: "no pide nada a la red (por defecto)")),
    .now,
  ]
}
