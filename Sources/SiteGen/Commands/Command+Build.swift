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
