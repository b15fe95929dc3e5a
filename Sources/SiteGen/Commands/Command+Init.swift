import Bytes
import Diagnostics
import Disk
import Language
import Starter

extension Command {
  /// `sitegen init`: a site to begin with.
  static let initialize = Command(
    name: "init",
    summary: Words(
      en: "make a site that builds, to begin with", es: "crea un sitio que ya se puede publicar, para empezar"
    ),
    arguments: [
      Argument(
        label: "DIR",
        summary: Words(en: "a new or empty folder", es: "una carpeta nueva o vacía"))
    ],
    options: [
      Option(
        name: "--ci",
        value: .choice(NewSite.Integration.allCases.map(\.rawValue)),
        summary: Words(
          en: "where the workflow that publishes the site will run (default: github)",
          es: "dónde se ejecutará el flujo que publica el sitio (por defecto: github)")
      ),
      .now,
    ],
    details: Words(
      en: "One post, one project, one cluster, a site.yaml with comments, a .gitignore and a workflow.",
      es:
        "Una entrada, un proyecto, un clúster, un site.yaml comentado, un .gitignore y un flujo de publicación."
    ),
    examples: ["sitegen init mi-homelab", "sitegen init --ci none ."],
    run: { invocation, console in
      let folder = invocation.arguments[0]
      let now = try console.environment.present(for: invocation)
      let site = NewSite(publishedBy: invocation.choice("--ci") ?? .github, today: Zone.utc.day(at: now))
      do throws(Mistake) {
        let files = try site.write(into: Path(folder))
        tell(files, in: folder, on: console)
        return .done
      } catch {
        console.show(Report([error]))
        return error.finding is DiskFailure.Reason ? .outside : .wrong
      }
    }
  )

  private static func tell(_ files: [String], in folder: String, on console: Console) {
    var out: [UInt8] = []
    if console.format == .json {
      out.append("{\"folder\":")
      out.append(jsonString: folder)
      out.append(",\"files\":[")
      for (index, file) in files.enumerated() {
        if index > 0 { out.append(",") }
        out.append(jsonString: file)
      }
      out.append("]}\n")
    } else {
      for file in files { out.append(text: "\(Path(folder).appending(file).text)\n") }
    }
    console.print(out)
    guard console.format == .human else { return }
    console.say(
      console.tongue.pick(
        en: "next: edit \(folder)/site.yaml, and see it with 'sitegen serve --source \(folder)'",
        es: "ahora: edita \(folder)/site.yaml y míralo con «sitegen serve --source \(folder)»"))
  }
}
