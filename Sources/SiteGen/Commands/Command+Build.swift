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
      if invocation.has("--offline"), invocation.has("--refresh") {
        throw CommandLineFinding.optionsExclude("--offline", "--refresh")
      }
      var request = try SiteBuild.Request(of: invocation, console)
      request.keeping(invocation)
      var pulled: PullAccount?
      if invocation.has("--refresh") {
        let refresh = try Refresh(before: request, invocation: invocation, console: console)
        if let end = refresh.end { return end }
        request.credentials = refresh.credentials
        pulled = refresh.account
      }
      let progress = BuildProgress(console.tongue.pick(en: "rendering", es: "generando"), on: console)
      let outcome = try SiteBuild(request).run { done, total in progress.show(done, of: total) }
      progress.end()
      if let notice = outcome.notice, console.format == .human {
        console.say(notice.sentence(in: console.tongue).message)
      }
      console.show(outcome.report)
      for line in outcome.explanation?.lines(in: console.tongue) ?? [] { console.print("\(line)\n") }
      let account = BuildAccount(outcome: outcome, pulled: pulled)
      if console.format == .json {
        console.print(account.json())
      } else if outcome.output != nil, console.format == .human {
        console.say(account.human(in: console.tongue, isVerbose: console.isVerbose))
      }
      outcome.remains.leave()
      return outcome.report.fails(strict: request.strict) ? .wrong : .done
    }
  )
}

extension Command {
  private static let buildOptions =
    [
      .source,
      Option(
        name: "--output", value: .text(label: "DIR", completes: .folder),
        summary: Words(
          en: "where the site is written (default: public)", es: "dónde se escribe (por defecto: public)")),
    ] + Option.ofBuilds + [
      Option(
        name: "--fresh",
        summary: Words(
          en: "build everything, whatever is known from the last build",
          es: "genera todo, se sepa lo que se sepa de la última compilación")),
      Option(
        name: "--verify",
        summary: Words(
          en: "compare every byte with a build from nothing",
          es: "compara cada byte con una compilación desde cero")),
      Option(
        name: "--explain", value: .text(label: "PATH"),
        summary: Words(
          en: "tell why a file or an address was rendered",
          es: "dice por qué se ha generado un archivo o dirección")),
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

extension SiteBuild.Request {
  /// Takes what the command line says of what earlier builds kept.
  fileprivate mutating func keeping(_ invocation: Invocation) {
    fresh = invocation.has("--fresh")
    verify = invocation.has("--verify")
    explain = invocation.text("--explain")
  }
}

extension [any Sendable] {
  /// Lets all of it be. The process ends here: the system takes its memory back at once, while freeing it piece by piece
  /// would cost a fiftieth of a build.
  func leave() { _ = Unmanaged.passRetained(Remains(self)) }
}

/// What nobody takes apart.
private final class Remains: Sendable {
  private let all: [any Sendable]

  init(_ all: [any Sendable]) { self.all = all }
}
