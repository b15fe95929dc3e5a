import Diagnostics
import Disk
import Language
import Workers

/// Compares every byte of an output with what a build from nothing makes of the same sources.
struct Verification {
  let mistakes: [Mistake]

  /// More differences than this tell nothing new.
  private static let mostTold = 20

  init(_ request: SiteBuild.Request) throws {
    var clock = PhaseClock()
    let draft = try PublicationDraft(request, clock: &clock)
    guard let publication = draft.publication else {
      mistakes = []
      return
    }
    let routes = publication.outputs
    let found = try request.workers.map(routes, keeping: { RenderWorker() }) { worker, route -> Mistake? in
      do throws(Mistake) {
        _ = try publication.render(route, with: &worker)
      } catch {
        return error
      }
      let path = request.output.appending(route.file)
      do throws(DiskFailure) {
        let written = try File.read(path)
        guard written != worker.out else { return nil }
        let place = zip(written, worker.out).enumerated().first { $1.0 != $1.1 }?.offset
        let finding = VerificationFinding.differs(
          at: place ?? min(written.count, worker.out.count))
        return Mistake(finding, path: path.text, place: nil)
      } catch {
        return Mistake(VerificationFinding.missing, path: path.text, place: nil)
      }
    }
    mistakes = Array(found.compactMap(\.self).prefix(Self.mostTold))
  }
}

/// What can be wrong with an output that was kept, as facts. It is a mistake of the program.
public enum VerificationFinding: Finding, Hashable {
  case differs(at: Int)
  case missing

  public var severity: Severity { .error }

  public var code: String {
    switch self {
    case .differs: "verify-differs"
    case .missing: "verify-missing"
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
    }
  }
}
