import Diagnostics
import Disk
import Language
import Programs
import Site
import Workers

extension Command {
  /// `sitegen build`: the whole site.
  static let build = Command(
    name: "build",
    summary: Words(
      en: "build the site into its output folder", es: "genera el sitio en su carpeta de salida"),
    options: buildOptions,
    details: Words(
      en: "With an error anywhere the output folder stays as it was.",
      es: "Con un error en cualquier parte, la carpeta de salida se queda como estaba."),
    examples: ["sitegen build", "sitegen build --source blog --output /srv/www --drafts"],
    run: { invocation, console in
      var request = try buildRequest(invocation, console)
      var pulled: PullAccount?
      if invocation.has("--refresh") {
        let refresh = try Refresh(before: request, invocation: invocation, console: console)
        if let end = refresh.end { return end }
        request.credentials = refresh.credentials
        pulled = refresh.account
      }
      let progress = BuildProgress(on: console)
      let outcome = try SiteBuild(request).run { done, total in progress.show(done, of: total) }
      progress.end()
      console.show(outcome.report)
      let account = BuildAccount(outcome: outcome, pulled: pulled)
      if console.format == .json {
        console.print(account.json())
      } else if outcome.output != nil, console.format == .human {
        console.say(account.human(in: console.tongue, isVerbose: console.isVerbose))
      }
      return outcome.report.fails(strict: request.strict) ? .wrong : .done
    }
  )

  private static func buildRequest(
    _ invocation: Invocation, _ console: Console
  ) throws(CommandLineFinding) -> SiteBuild.Request {
    if invocation.has("--offline"), invocation.has("--refresh") {
      throw .optionsExclude("--offline", "--refresh")
    }
    let source = Path(invocation.text(Option.source.name) ?? ".")
    var request = SiteBuild.Request(
      source: source, output: invocation.text("--output").map { Path($0) } ?? source.appending("public"),
      workers: Workers(count: invocation.number("--jobs") ?? Workers.processors),
      now: try console.environment.present(for: invocation))
    request.variables = Program.ownVariables
    request.home = console.environment.variables["HOME"].map { Path($0) }
    request.baseURL = try invocation.baseURL
    request.environment = invocation.text("--env")
    request.drafts = invocation.has("--drafts")
    request.future = invocation.has("--future")
    request.strict = invocation.has("--strict")
    return request
  }
}

extension Invocation {
  /// Where the site is published, when the command line says so.
  fileprivate var baseURL: BaseURL? {
    get throws(CommandLineFinding) {
      guard let text = text("--base-url") else { return nil }
      guard let url = BaseURL(text: text) else { throw .notAnAddress(option: "--base-url", value: text) }
      return url
    }
  }
}

extension Command {
  private static let buildOptions = [
    .source,
    Option(
      name: "--output", value: .text(label: "DIR", completes: .folder),
      summary: Words(
        en: "where the site is written (default: public)", es: "dónde se escribe (por defecto: public)")),
    Option(
      name: "--base-url", value: .text(label: "URL"),
      summary: Words(
        en: "where the site is published (default: from site.yaml)",
        es: "dónde se publica (por defecto: según site.yaml)")),
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
    Option(
      name: "--refresh",
      summary: Words(
        en: "ask the sources of the inventory first, as 'inventory pull' does",
        es: "pregunta antes a las fuentes del inventario, como «inventory pull»")),
    .allowExec,
    .now,
  ]
}
