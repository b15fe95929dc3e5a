import Bytes
import Disk

/// The digest of all files of a folder with their names; zero where there is none.
struct FolderDigest {
  let value: UInt64

  init(of folder: Path) {
    guard File.exists(folder) else {
      value = 0
      return
    }
    var mixer = Mixer()
    do throws(DiskFailure) {
      for file in try Tree(walking: folder).files {
        mixer.add(file.path.bytes)
        mixer.add(try File.read(folder.appending(file.path.bytes)))
      }
    } catch {
      // What cannot be read is told by those who need it.
      mixer.add("\(error.reason)")
    }
    value = mixer.value
  }
}
