import Diagnostics
import Disk
import Language
import Preview
import Site
import Workers

extension Command {
  /// `sitegen serve`: the site in a browser, following its author.
  static let serve = Command(
    name: "serve",
    summary: Words(
      en: "preview the site: the browser follows what you write",
      es: "vista previa del sitio: el navegador sigue lo que escribes"),
    options: serveOptions,
    details: Words(
      en: """
        Everything stays in memory: nothing is written to the output folder. Ctrl-C ends it.
        Mistakes show in the browser over the last good page, and here; drafts carry a mark.
        """,
      es: """
        Todo queda en memoria: no se escribe nada en la carpeta de salida. Ctrl-C lo termina.
        Los errores se ven en el navegador, sobre la última página buena, y aquí; los borradores llevan una marca.
        """),
    examples: ["sitegen serve --drafts --open", "sitegen serve --source blog --port 0"],
    run: { invocation, console in
      // Before any other thread begins, and while the site is read: Ctrl-C counts from now on.
      let interruption = try Interruption()
      let request = try serveRequest(invocation, console)
      let account = PreviewAccount(on: console)
      let start = ContinuousClock.now
      let preview: Preview
      do {
        preview = try Preview(request) { account.tell($0) }
      } catch let finding as PreviewFinding {
        console.show(Report([Mistake(finding, path: "sitegen serve", place: nil)]))
        return .outside
      }
      account.begin(preview, after: start.duration(to: .now))
      if invocation.has("--open") { Browser.open(preview.address) { account.tell(.warned($0)) } }
      interruption.wait()
      let isBusy = preview.stop()
      account.end()
      if isBusy { Interruption.leave() }
      return .done
    }
  )

  private static func serveRequest(
    _ invocation: Invocation, _ console: Console
  ) throws(CommandLineFinding) -> Preview.Request {
    let environment = console.environment
    // A present that was given once holds; else each update asks the clock.
    _ = try environment.present(for: invocation)
    var request = Preview.Request(
      source: Path(invocation.text(Option.source.name) ?? "."), workers: Workers(count: Workers.processors),
      tongue: console.tongue
    ) {
      do throws(CommandLineFinding) { return try environment.present(for: invocation) } catch {
        return Instant(seconds: 0)
      }
    }
    if let host = invocation.text("--host") { request.host = host }
    if let port = invocation.number("--port") { request.port = port }
    request.drafts = invocation.has("--drafts")
    request.future = invocation.has("--future")
    request.follows = invocation.has("--follow")
    request.program = Environment.program
    return request
  }
}

extension Command {
  private static let serveOptions = [
    .source,
    Option(
      name: "--host", value: .text(label: "ADDRESS"),
      summary: Words(
        en: "where to listen; other addresses than 127.0.0.1 let other machines look (default: 127.0.0.1)",
        es:
          "dónde escucha; con otra dirección que 127.0.0.1 pueden mirar otras máquinas (por defecto: 127.0.0.1)"
      )),
    Option(
      name: "--port", value: .number(label: "N", allowed: 0...65_535),
      summary: Words(
        en: "the port; 0 takes any that is free (default: 8080)",
        es: "el puerto; 0 toma cualquiera libre (por defecto: 8080)")),
    Option(name: "--drafts", summary: Words(en: "show drafts too", es: "muestra también los borradores")),
    Option(
      name: "--future",
      summary: Words(en: "show posts dated later than now", es: "muestra también lo que tiene fecha futura")),
    Option(
      name: "--follow",
      summary: Words(
        en: "the browser goes to the page that is saved", es: "el navegador va a la página que se guarda")),
    Option(name: "--open", summary: Words(en: "open the browser", es: "abre el navegador")),
  ]
}
