import Disk
import Language
import Programs
import Site
import Workers

extension Option {
  /// What every command understands that builds the site.
  static let ofBuilds = [
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
  ]
}

extension SiteBuild.Request {
  /// What the command line says about a build.
  init(of invocation: Invocation, _ console: Console) throws(CommandLineFinding) {
    let source = Path(invocation.text(Option.source.name) ?? ".")
    self.init(
      source: source, output: invocation.text("--output").map { Path($0) } ?? source.appending("public"),
      workers: Workers(count: invocation.number("--jobs") ?? Workers.processors),
      now: try console.environment.present(for: invocation))
    variables = Program.ownVariables
    home = console.environment.variables["HOME"].map { Path($0) }
    baseURL = try invocation.baseURL
    environment = invocation.text("--env")
    drafts = invocation.has("--drafts")
    future = invocation.has("--future")
    strict = invocation.has("--strict")
    trustsStamps = console.environment.variables["CI", default: ""] != "true"
    program = Environment.program
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
