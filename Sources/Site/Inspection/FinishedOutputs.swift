import Bytes
import Disk

/// The outputs that an earlier build wrote and that are still what rendering them would give, bytes and all.
struct FinishedOutputs: Sendable {
  private let unchanged: UnchangedOutputs
  private let folder: Path
  /// The digests of what was written, by the paths of the files.
  private let digests: [String: UInt64]

  /// Nil where nothing is known that may be believed.
  init?(
    _ kept: KeptState, of publication: Publication, _ draft: PublicationDraft, for request: SiteBuild.Request
  ) throws {
    guard let state = kept.state, let record = kept.outputRecord else { return nil }
    let facts = try Facts(of: publication, since: state.facts, workers: request.workers)
    let staleness = Staleness(from: state.facts, at: state.ending.now, to: publication, facts)
    guard let unchanged = UnchangedOutputs(kept, since: staleness, of: publication, draft) else { return nil }
    self.unchanged = unchanged
    folder = request.output
    digests = Dictionary(
      zip(record.paths, record.entries.map(\.digest)), uniquingKeysWith: { one, _ in one })
  }

  /// Reads an output into a buffer and gives what came of it; nil for one that has to be rendered.
  ///
  /// The file is taken only for the very bytes that were written: anybody may have touched it since.
  func notes(of route: Route, into out: inout [UInt8], _ needs: inout KnownNeeds) -> OutputNotes? {
    let file = route.file
    guard let digest = digests[file],
      let (notes, _) = unchanged.notes(of: route, Mixer.digest(file), &needs)
    else { return nil }
    do throws(DiskFailure) {
      out = try File.read(folder.appending(file))
    } catch {
      return nil
    }
    guard Digest(of: out.span).value == digest, notes.content.upperBound <= out.count else { return nil }
    return notes
  }
}
