import Diagnostics
import Disk

/// A file that something else wrote.
struct FileSource: LiveSource {
  let settings: SourceSettings
  let place: SourcePlace

  func fetch(in context: PullContext) throws(SourceRefusal) -> SourceAnswer {
    let path = settings.path ?? ""
    let bytes: [UInt8]
    do throws(DiskFailure) {
      bytes = try File.read(context.path(path), limit: settings.limits.size.bytes)
    } catch {
      throw SourceRefusal(SourceFinding.unreadable(path), at: place)
    }
    do throws(Report) {
      return SourceAnswer(try FactReader(format: settings.format).facts(in: Source(path: path, bytes: bytes)))
    } catch {
      throw SourceRefusal(error)
    }
  }
}
