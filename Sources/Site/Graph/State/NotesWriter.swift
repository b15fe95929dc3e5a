import Bytes
import Disk
import Synchronization

/// Writes what came of outputs into a state as soon as some of them are there, whichever thread made them.
///
///     var batch = NotesWriter.Batch(for: writer)          // one for each thread
///     batch.add(notes, of: Mixer.digest(file))
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

  /// The notes of some outputs, which threads would wait for each other to write one by one. The last ones are written when
  /// it goes out of scope.
  struct Batch: ~Copyable {
    private let writer: NotesWriter
    private var packer = Packer()

    init(for writer: NotesWriter) { self.writer = writer }

    deinit { writer.add(packer.bytes) }

    /// Takes the notes of an output, which are packed already, by the digest of its file.
    mutating func add(_ notes: ArraySlice<UInt8>, of file: UInt64) {
      packer.add(fixed: file)
      packer.add(notes.count)
      packer.add(packed: notes)
      guard packer.bytes.count >= NotesWriter.size else { return }
      writer.add(packer.bytes)
      packer.bytes.removeAll(keepingCapacity: true)
    }
  }

  private static let size = 1 << 16

  private func add(_ batch: [UInt8]) {
    writing.withLock { writing in
      guard let draft = writing.draft else { return }
      writing.pieces.packer.add(packed: batch[...])
      do throws(DiskFailure) { try draft.write(&writing.pieces) } catch { writing.draft = nil }
    }
  }

  /// The state with the notes of all outputs, when all batches are gone; nil where nothing can be kept.
  func finished() -> StateDraft? {
    writing.withLock { writing -> StateDraft? in
      guard var draft = writing.draft else { return nil }
      writing.draft = nil
      do throws(DiskFailure) { try draft.finish(.outputs, &writing.pieces) } catch { return nil }
      return draft
    }
  }
}
