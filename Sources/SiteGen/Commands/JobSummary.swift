import Deploy
import Diagnostics
import Disk
import Language

/// The page that a CI service shows of a run: where it names a file for it, a deploy tells there what it did.
struct JobSummary {
  private let name: String
  private let console: Console

  /// How a deploy ended.
  enum Ending {
    case planned, unchanged, published
  }

  init(of target: String, on console: Console) {
    name = target
    self.console = console
  }

  /// Tells a plan and what came of it.
  func tell(_ plan: Plan, _ ending: Ending) throws(DeployRefusal) {
    let tongue = console.tongue
    let words =
      switch ending {
      case .planned:
        tongue.pick(en: "Only planned: nothing was sent.", es: "Solo planeado: no se envió nada.")
      case .unchanged: tongue.pick(en: "Nothing to publish.", es: "No hay nada que publicar.")
      case .published: tongue.pick(en: "Published.", es: "Publicado.")
      }
    try append(plan, "\(words)\n")
  }

  /// Tells why a plan was not carried out.
  func tell(_ plan: Plan, refused objections: [DeployFinding]) throws(DeployRefusal) {
    try tell(plan, failed: Report(objections.map { Mistake($0, path: name, place: nil) }))
  }

  /// Tells what went wrong on the way.
  func tell(_ plan: Plan, failed report: Report) throws(DeployRefusal) {
    var words: [UInt8] = []
    report.write(as: .human, in: console.tongue, ink: .none, into: &words)
    try append(plan, "```text\n\(String(decoding: words, as: UTF8.self))```\n")
  }

  private func append(_ plan: Plan, _ words: String) throws(DeployRefusal) {
    guard let place = console.environment.variables["GITHUB_STEP_SUMMARY"], !place.isEmpty else { return }
    let file = Path(place)
    do throws(DiskFailure) {
      let before = File.exists(file) ? try File.read(file) : []
      let page = "\(plan.markdown(to: name, in: console.tongue))\n\(words)\n"
      try File.write(before + Array(page.utf8), to: file, durably: false)
    } catch {
      throw DeployRefusal(.disk(error), about: name)
    }
  }
}
