#if os(Linux)
  import Disk
  import Synchronization

  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  /// Hears of changes from the kernel (inotify): each folder of the site is watched, new ones as soon as they are there.
  final class InotifyWatcher: Watcher {
    private let root: Path
    private let names: WatchedNames
    private let repository: Repository?
    private let queue: Int32
    /// Both ends of a pipe that ends the waiting.
    private let bell: (reader: Int32, writer: Int32)
    private let folders = Mutex(Folders())

    /// The watched folders by the number of their watch; one folder may be reached by several paths.
    private struct Folders {
      var paths: [Int32: Set<String>] = [:]
      /// Folders of the repository, with the names of the files there that tell of commits.
      var ofRepository: [Int32: Set<String>] = [:]
      var isStopped = false
      var isBlind = false
    }

    /// Why the kernel does not watch.
    enum Refusal: Error {
      /// No more folders than `fs.inotify.max_user_watches`, or queues than `max_user_instances`.
      case limit
      case system(reason: String)
    }

    private static let mask = UInt32(
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF
        | IN_ONLYDIR)
    /// Room for hundreds of events at a time.
    private static let room = 64 << 10
    /// So deep do folders lie.
    private static let mostDepth = 64

    /// Watches the folders of a site.
    init(_ root: Path, names: WatchedNames, in repository: Repository? = nil) throws(Refusal) {
      self.root = root
      self.names = names
      self.repository = repository
      queue = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      var ends: [Int32] = [-1, -1]
      let piped = pipe(&ends)
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      bell = (ends[0], ends[1])
      guard queue >= 0, piped == 0 else {
        throw errno == EMFILE ? .limit : .system(reason: String(cString: strerror(errno)))
      }
      var found: [FileEvent] = []
      try watch("", telling: &found)
      watchRepository()
    }

    deinit {
      close(queue)
      close(bell.reader)
      close(bell.writer)
    }

    func next(waiting timeout: Duration?) -> [FileEvent]? {
      var ends = [
        pollfd(fd: queue, events: Int16(POLLIN), revents: 0),
        pollfd(fd: bell.reader, events: Int16(POLLIN), revents: 0),
      ]
      let limit = timeout.map {
        Int32(clamping: $0.components.seconds * 1000 + $0.components.attoseconds / 1_000_000_000_000_000 + 1)
      }
      poll(&ends, 2, limit ?? -1)
      if folders.withLock({ $0.isStopped }) { return nil }
      return read()
    }

    var isBlind: Bool { folders.withLock(\.isBlind) }

    func stop() {
      folders.withLock { $0.isStopped = true }
      _ = write(bell.writer, [1], 1)
    }
  }

  extension InotifyWatcher {
    /// Watches a folder with those below it, and tells the files that are there already.
    private func watch(_ path: String, depth: Int = 0, telling events: inout [FileEvent]) throws(Refusal) {
      guard names.contains(folder: path), depth < Self.mostDepth else { return }
      let place = path.isEmpty ? root : root.appending(path)
      let number = inotify_add_watch(queue, place.text, Self.mask)
      guard number >= 0 else {
        switch errno {
        case ENOSPC: throw .limit
        // Gone already, or a link that leads nowhere: nothing to watch.
        case ENOENT, ENOTDIR, EACCES, ELOOP: return
        default: throw .system(reason: String(cString: strerror(errno)))
        }
      }
      let isNew = folders.withLock {
        $0.paths[number, default: []].insert(path).inserted && $0.paths[number]?.count == 1
      }
      // A link back to a folder above leads around for ever.
      guard isNew, let inside = entries(of: place) else { return }
      for (name, isFolder) in inside {
        let inner = path.isEmpty ? name : "\(path)/\(name)"
        if isFolder {
          try watch(inner, depth: depth + 1, telling: &events)
        } else if names.contains(file: inner) {
          events.append(FileEvent(.written, inner))
        }
      }
    }

    private func entries(of folder: Path) -> [(name: String, isFolder: Bool)]? {
      let names: [[UInt8]]
      do throws(DiskFailure) { names = try File.names(in: folder) } catch { return nil }
      return names.compactMap { bytes in
        guard let name = String(validating: bytes, as: UTF8.self) else { return nil }
        return (name, folder.appending(bytes).kind == .folder)
      }
    }

    /// What the kernel has told so far.
    private func read() -> [FileEvent] {
      var events: [FileEvent] = []
      var departures: [UInt32: (path: String, isFolder: Bool)] = [:]
      var buffer = [UInt8](repeating: 0, count: Self.room)
      while true {
        let got = buffer.withUnsafeMutableBytes { Glibc.read(queue, $0.baseAddress, $0.count) }
        guard got > 0 else { break }
        for record in Self.records(in: buffer[..<got]) { take(record, &events, &departures) }
      }
      // What left and did not arrive anywhere within the site is gone.
      for (path, isFolder) in departures.values {
        events.append(FileEvent(.removed, path, isFolder: isFolder))
      }
      return events
    }

    private func take(
      _ record: Record, _ events: inout [FileEvent],
      _ departures: inout [UInt32: (path: String, isFolder: Bool)]
    ) {
      if record.has(IN_Q_OVERFLOW) {
        watchAnew(&events)
        return
      }
      if record.has(IN_IGNORED) {
        folders.withLock { folders in
          folders.paths[record.folder] = nil
          folders.ofRepository[record.folder] = nil
        }
        return
      }
      let isFolder = record.has(IN_ISDIR)
      guard let name = record.name else { return }
      if folders.withLock({ $0.ofRepository[record.folder]?.contains(name) ?? false }) {
        // Another branch has another file.
        if name == "HEAD" { watchRepository() }
        events.append(FileEvent(.committed, ""))
      }
      for folder in folders.withLock({ $0.paths[record.folder] ?? [] }).sorted() {
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        if record.has(IN_MOVED_FROM) {
          departures[record.cookie] = (path, isFolder)
          if isFolder { forget(path) }
        } else if record.has(IN_MOVED_TO) {
          let old = departures.removeValue(forKey: record.cookie)
          events.append(FileEvent(old.map { .renamed(from: $0.path) } ?? .written, path, isFolder: isFolder))
          if isFolder { enter(path, &events) }
        } else if record.has(IN_DELETE) {
          events.append(FileEvent(.removed, path, isFolder: isFolder))
        } else if record.has(IN_CLOSE_WRITE) {
          events.append(FileEvent(.written, path))
        } else if record.has(IN_CREATE) {
          if isFolder { enter(path, &events) } else { events.append(FileEvent(.created, path)) }
        }
      }
    }

    /// A folder is new: it is watched, and what lies in it already is told.
    private func enter(_ path: String, _ events: inout [FileEvent]) {
      do throws(Refusal) { try watch(path, telling: &events) } catch {
        folders.withLock { $0.isBlind = true }
        events.append(FileEvent(.anything, ""))
      }
    }

    /// Events were lost, and with them new folders and new names of old ones: all is watched from the beginning.
    private func watchAnew(_ events: inout [FileEvent]) {
      let numbers = folders.withLock { folders in
        defer { (folders.paths, folders.ofRepository) = ([:], [:]) }
        return Array(folders.paths.keys) + folders.ofRepository.keys
      }
      for number in numbers { inotify_rm_watch(queue, number) }
      enter("", &events)
      watchRepository()
      events = [FileEvent(.anything, "")]
    }

    /// Hears of commits too. Where the kernel refuses, they are seen at the next change of a file.
    private func watchRepository() {
      for file in repository?.files ?? [] {
        let number = inotify_add_watch(queue, file.parent.text, Self.mask)
        guard number >= 0 else { continue }
        let name = String(decoding: file.name, as: UTF8.self)
        folders.withLock { _ = $0.ofRepository[number, default: []].insert(name) }
      }
    }

    /// A folder was moved: its watches go on under names that are no longer true.
    private func forget(_ path: String) {
      let numbers = folders.withLock { folders in
        let moved = folders.paths.filter { $0.value.contains { $0 == path || $0.hasPrefix("\(path)/") } }.map(
          \.key)
        for number in moved { folders.paths[number] = nil }
        return moved
      }
      for number in numbers { inotify_rm_watch(queue, number) }
    }
  }

  /// One event as the kernel writes it.
  private struct Record {
    let folder: Int32
    let mask: UInt32
    let cookie: UInt32
    /// Nil for what concerns the watched folder itself, and for names that are no UTF-8.
    let name: String?

    func has(_ bit: some BinaryInteger) -> Bool { mask & UInt32(truncatingIfNeeded: bit) != 0 }
  }

  extension InotifyWatcher {
    /// Reads `{int wd; uint32_t mask, cookie, len; char name[len]}`, one after the other.
    private static func records(in bytes: ArraySlice<UInt8>) -> [Record] {
      var records: [Record] = []
      var index = bytes.startIndex
      func number(_ offset: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(bytes[index + offset + $1]) << (8 * UInt32($1)) }
      }
      while index + 16 <= bytes.endIndex {
        let length = Int(number(12))
        let name = bytes[(index + 16)..<min(index + 16 + length, bytes.endIndex)].prefix { $0 != 0 }
        records.append(
          Record(
            folder: Int32(bitPattern: number(0)), mask: number(4), cookie: number(8),
            name: name.isEmpty ? nil : String(validating: name, as: UTF8.self)))
        index += 16 + length
      }
      return records
    }
  }
#endif
