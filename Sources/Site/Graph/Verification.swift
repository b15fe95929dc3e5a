import Diagnostics
import Disk
import Language
import Workers

/// Compares every byte of an output with what a build from nothing makes of the same sources: what is rendered, what is
/// copied, what servers are told, and that nothing else lies there.
struct Verification {
  let mistakes: [Mistake]
  /// How many files were compared.
  let count: Int

  /// More differences than this tell nothing new.
  private static let mostTold = 20

  init(_ request: SiteBuild.Request) throws {
    var clock = PhaseClock()
    let draft = try PublicationDraft(request, clock: &clock)
    guard let publication = draft.publication else {
      (mistakes, count) = (draft.told(draft.report).sorted, 0)
      return
    }
    let output = request.output
    let routes = publication.assembly.routes.routes
    let found = try request.workers.map(routes, keeping: { RenderWorker() }) { worker, route -> Found in
      do throws(Mistake) {
        let (bytes, needs) = try Self.made(route, of: publication, from: draft, with: &worker)
        return Found(mistake: Self.difference(of: route.file, from: bytes, in: output), needs: needs)
      } catch {
        return Found(mistake: error)
      }
    }
    let server = publication.serverFiles(found.lazy.map(\.needs).union).files
    let made = Set(routes.map(\.file) + server.map(\.path))
    let all =
      found.compactMap(\.mistake)
      + server.compactMap { Self.difference(of: $0.path, from: $0.bytes, in: output) }
      + (try Self.others(than: made, in: output))
    mistakes = Array(all.prefix(Self.mostTold))
    count = made.count
  }

  /// What came of one output.
  private struct Found: Sendable {
    var mistake: Mistake?
    var needs: Set<PolicyNeed> = []
  }

  /// What a build from nothing would write for a route.
  private static func made(
    _ route: Route, of publication: Publication, from draft: PublicationDraft,
    with worker: inout RenderWorker
  ) throws(Mistake) -> (bytes: [UInt8], needs: Set<PolicyNeed>) {
    guard case .file(let file) = route.output else {
      let needs = try publication.render(route, with: &worker).needs
      return (worker.out, needs)
    }
    let place = draft.place(of: file)
    let needs = try publication.policyNeeds(ofCopied: place, at: route).needs
    do throws(DiskFailure) { return (try File.read(place), needs) } catch {
      throw Mistake(error.reason, path: file, place: nil)
    }
  }

  /// What is wrong with a file of the output.
  private static func difference(of file: String, from bytes: [UInt8], in output: Path) -> Mistake? {
    let path = output.appending(file)
    do throws(DiskFailure) {
      let written = try File.read(path)
      guard written != bytes else { return nil }
      let place = zip(written, bytes).enumerated().first { $1.0 != $1.1 }?.offset
      let finding = VerificationFinding.differs(at: place ?? min(written.count, bytes.count))
      return Mistake(finding, path: path.text, place: nil)
    } catch {
      return Mistake(VerificationFinding.missing, path: path.text, place: nil)
    }
  }

  /// The files that a build from nothing would not make.
  private static func others(than made: Set<String>, in output: Path) throws -> [Mistake] {
    try Tree(walking: output, taking: .whole).files.filter { !made.contains($0.path.text) }
      .map { Mistake(VerificationFinding.extra, path: output.appending($0.path.text).text, place: nil) }
  }
}

/// What can be wrong with an output that was kept, as facts. It is a mistake of the program.
public enum VerificationFinding: Finding, Hashable {
  case differs(at: Int)
  case missing
  case extra

  public var severity: Severity { .error }

  public var code: String {
    switch self {
    case .differs: "verify-differs"
    case .missing: "verify-missing"
    case .extra: "verify-extra"
    }
  }

  public func sentence(in tongue: Tongue) -> Sentence {
    let hint = tongue.pick(
      en: "build once with --fresh, and please report this: it is a mistake of the program",
      es: "compila una vez con --fresh y, por favor, avisa: es un error del programa")
    return switch self {
    case .differs(let offset):
      Sentence(
        tongue.pick(
          en: "this is not what a build from nothing makes: it differs from byte \(offset) on",
          es: "esto no es lo que genera una compilación desde cero: difiere a partir del byte \(offset)"),
        hint: hint)
    case .missing:
      Sentence(
        tongue.pick(
          en: "a build from nothing makes this file, and it is not there",
          es: "una compilación desde cero genera este archivo y no está"), hint: hint)
    case .extra:
      Sentence(
        tongue.pick(
          en: "a build from nothing does not make this file",
          es: "una compilación desde cero no genera este archivo"), hint: hint)
    }
  }
}
