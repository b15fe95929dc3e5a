import Bytes
import Disk
import Synchronization

/// Writes what came of outputs into a state as soon as each of them is there, whichever thread made it.
///
/// Held until all are there, it would be a tenth of the memory of a build.
final class NotesWriter: Sendable {
  private struct Writing {
    /// Nil where nothing can be kept.
    var draft: StateDraft?
    var pieces = StateDraft.Pieces()
  }

  private let writing: Mutex<Writing>

  init(into draft: StateDraft?) { writing = Mutex(Writing(draft: draft)) }

  /// Writes the notes of an output, which are packed already.
  func add(_ notes: ArraySlice<UInt8>, of file: String) {
    let key = Mixer.digest(file)
    writing.withLock { writing in
      guard let draft = writing.draft else { return }
      writing.pieces.packer.add(fixed: key)
      writing.pieces.packer.add(notes.count)
      writing.pieces.packer.add(packed: notes)
      do throws(DiskFailure) { try draft.write(&writing.pieces) } catch { writing.draft = nil }
    }
  }

  /// The state with the notes of all outputs; nil where nothing can be kept.
  func finished() -> StateDraft? {
    writing.withLock { writing -> StateDraft? in
      guard var draft = writing.draft else { return nil }
      writing.draft = nil
      do throws(DiskFailure) { try draft.finish(.outputs, &writing.pieces) } catch { return nil }
      return draft
    }
  }
}
