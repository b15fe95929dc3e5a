import Deploy
import Diagnostics
import Disk
import Language
import Site
import Workers

extension Command {
  /// `sitegen deploy`: the built site to one of its targets.
  static let deploy = Command(
    name: "deploy",
    summary: Words(
      en: "publish the built site to a target of site.yaml",
      es: "publica el sitio generado en un destino de site.yaml"),
    arguments: [
      Argument(
        label: "TARGET",
        summary: Words(
          en: "the target; where there is only one it need not be named",
          es: "el destino; si solo hay uno, no hace falta indicarlo"),
        isRequired: false),
      Argument(
        label: "RELEASE",
        summary: Words(
          en: "with --rollback: the release to go back to (default: the one before)",
          es: "con --rollback: la versión a la que volver (por defecto: la anterior)"),
        isRequired: false),
    ],
    options: deployOptions,
    details: Words(
      en: """
        First a plan is made and looked at: nothing is sent when it deletes too much. Assets go first, pages next, what
        leads to them after; deletes come last, and only when all else went well. A failure stops what follows it.
        """,
      es: """
        Primero se hace un plan y se revisa: no se envía nada si borra demasiado. Primero van los recursos, después las
        páginas y luego lo que lleva a ellas; lo que se borra, al final y solo si todo ha ido bien. Un fallo detiene
        lo que viene detrás.
        """),
    examples: [
      "sitegen deploy --dry-run", "sitegen deploy produccion --yes", "sitegen deploy produccion --rollback",
      "sitegen deploy produccion --snippet nginx",
    ],
    run: { invocation, console in
      do throws(DeployRefusal) {
        return try DeployRun(invocation, console, now: console.environment.clock).run()
      } catch {
        console.show(error.report)
        return error.exit
      }
    }
  )

  private static let deployOptions = [
    Option(
      name: "--source", value: .text(label: "DIR", completes: .folder),
      summary: Words(
        en: "the folder of the site (default: this one)", es: "carpeta del sitio (por defecto: esta)")),
    Option(
      name: "--output", value: .text(label: "DIR", completes: .folder),
      summary: Words(
        en: "where the built site is (default: public)",
        es: "dónde está el sitio generado (por defecto: public)")),
    Option(
      name: "--dry-run", summary: Words(en: "only show the plan", es: "enseña solo el plan")),
    Option(name: "--yes", summary: Words(en: "ask nothing", es: "no pregunta nada")),
    Option(
      name: "--max-deletes", value: .number(label: "N", allowed: 0...1_000_000),
      summary: Words(
        en: "how many files this deploy may delete", es: "cuántos archivos puede borrar este despliegue")),
    Option(
      name: "--rollback",
      summary: Words(en: "serve an earlier release again", es: "vuelve a servir una versión anterior")),
    Option(
      name: "--verify",
      summary: Words(
        en: "send nothing: only look whether the public address serves this site",
        es: "no envía nada: solo comprueba si la dirección pública sirve este sitio")),
    Option(
      name: "--snippet", value: .choice(Snippet.Server.allCases.map(\.rawValue)),
      summary: Words(
        en: "send nothing: print the settings of a web server for this site",
        es: "no envía nada: escribe la configuración de un servidor web para este sitio")),
  ]
}
