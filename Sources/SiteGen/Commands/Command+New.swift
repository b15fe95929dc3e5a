import Bytes
import Diagnostics
import Disk
import Language
import Site
import Starter

extension Command {
  /// `sitegen new`: a dated draft with its file's name.
  static let new = Command(
    name: "new",
    summary: Words(en: "begin a post or a project", es: "empieza una entrada o un proyecto"),
    arguments: [
      Argument(
        label: "post|project",
        summary: Words(en: "what to begin", es: "qué se empieza"),
        choices: NewPage.Kind.allCases.map(\.rawValue)),
      Argument(label: "TITLE", summary: Words(en: "its title, in quotes", es: "su título, entre comillas")),
    ],
    options: [.source, .now],
    details: Words(
      en: """
        The draft is made by archetypes/post.md or archetypes/project.md where the site has one: a template that sees
        title (with the filter yaml), date and slug.
        """,
      es: """
        El borrador sale de archetypes/post.md o archetypes/project.md si el sitio los tiene: plantillas que ven title,
        date y slug.
        """
    ),
    examples: ["sitegen new post \"De Ubuntu a Talos\"", "sitegen new project \"NAS silencioso\""],
    run: { invocation, console in
      let root = Path(invocation.text(Option.source.name) ?? ".")
      let now = try console.environment.present(for: invocation)
      let kind: NewPage.Kind = invocation.arguments[0] == NewPage.Kind.post.rawValue ? .post : .project
      do throws(Report) {
        let today = try SiteFolder(at: root).zone.day(at: now)
        let page = try NewPage(kind, titled: invocation.arguments[1], on: today, in: root)
        do throws(Mistake) { try page.write() } catch { throw Report([error]) }
        var out: [UInt8] = []
        if console.format == .json {
          out.append("{\"path\":")
          out.append(jsonString: page.path)
          out.append("}\n")
        } else {
          out.append(
            text: "\(root.bytes.elementsEqual(".".utf8) ? page.path : root.appending(page.path).text)\n")
        }
        console.print(out)
        return .done
      } catch {
        console.show(error)
        return error.sorted.contains { $0.finding is DiskFailure.Reason } ? .outside : .wrong
      }
    }
  )
}

extension Option {
  /// The folder of the site.
  static let source = Option(
    name: "--source",
    value: .text(label: "DIR", completes: .folder),
    summary: Words(en: "the site's folder (default: here)", es: "la carpeta del sitio (por defecto: esta)")
  )
}
