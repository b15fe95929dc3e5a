extension Header {
  /// The size of AVIF and HEIF stands in the `meta` box, as a list of properties and a table that gives each picture
  /// of the file its own: `ispe` is a size, `irot` a turn, `clap` a crop. The picture meant is named by `pitm`.
  ///
  ///     ftyp · meta ─ pitm: 1 · iprp ─ ipco ─ ispe 64×32, irot 1
  ///                                    ipma: picture 1 has properties 1 and 2      → 32×64
  func heif(_ bytes: Span<UInt8>) throws(Unread) -> ImageSize {
    guard let meta = try box("meta", in: 0..<ImageSize.longestHeader, bytes) else { throw .unknown }
    try need(meta.upperBound)
    let content = meta.dropFirst(4)
    guard let properties = try box("iprp", in: content, bytes),
      let list = try box("ipco", in: properties, bytes)
    else { throw .unknown }
    let primary = try box("pitm", in: content, bytes).map { (range) throws(Unread) in
      try big(range.lowerBound + 4, size: try byte(range.lowerBound, bytes) == 0 ? 2 : 4, bytes)
    }
    let chosen = try box("ipma", in: properties, bytes).flatMap { (range) throws(Unread) in
      try associated(with: primary, in: range, bytes)
    }
    return try size(of: chosen, in: list, bytes)
  }
}

extension Header {
  /// More properties than this in one picture are no picture.
  private static let mostProperties = 256

  /// Finds the content of the first box of a kind.
  private func box(_ kind: StaticString, in range: Range<Int>, _ bytes: Span<UInt8>) throws(Unread) -> Range<
    Int
  >? {
    var start = range.lowerBound
    while start + 8 <= range.upperBound {
      let box = try content(at: start, in: range, bytes)
      if has(kind, at: start + 4, in: bytes) { return box }
      start = box.upperBound
    }
    return nil
  }

  /// The content of the box that starts here: behind its length and kind.
  private func content(at start: Int, in range: Range<Int>, _ bytes: Span<UInt8>) throws(Unread) -> Range<Int>
  {
    var length = try big(start, size: 4, bytes)
    var header = 8
    if length == 1 {
      guard try big(start + 8, size: 4, bytes) == 0 else { throw .unknown }
      length = try big(start + 12, size: 4, bytes)
      header = 16
    }
    guard length >= header, start + length <= range.upperBound else { throw .unknown }
    return start + header..<start + length
  }

  /// The numbers, from 1, of the properties of a picture; nil if the table does not know it.
  private func associated(
    with primary: Int?, in table: Range<Int>, _ bytes: Span<UInt8>
  ) throws(Unread) -> [Int]? {
    let isLong = try byte(table.lowerBound, bytes) > 0
    let isWide = try byte(table.lowerBound + 3, bytes) & 1 == 1
    var index = table.lowerBound + 8
    for _ in 0..<(try big(table.lowerBound + 4, size: 4, bytes)) {
      guard index < table.upperBound else { throw .unknown }
      let picture = try big(index, size: isLong ? 4 : 2, bytes)
      index += isLong ? 4 : 2
      let size = isWide ? 2 : 1
      let first = index + 1
      index = first + size * (try byte(index, bytes))
      guard index <= table.upperBound else { throw .unknown }
      guard primary == nil || picture == primary else { continue }
      // The highest bit says that the property is essential.
      return try stride(from: first, to: index, by: size).map { (start) throws(Unread) in
        try big(start, size: size, bytes) & (isWide ? 0x7FFF : 0x7F)
      }
    }
    return nil
  }

  /// Applies the properties in their order; without a table, those of the whole list.
  private func size(of chosen: [Int]?, in list: Range<Int>, _ bytes: Span<UInt8>) throws(Unread) -> ImageSize
  {
    var boxes: [(start: Int, content: Range<Int>)] = []
    var start = list.lowerBound
    while start + 8 <= list.upperBound, boxes.count < Self.mostProperties {
      let content = try content(at: start, in: list, bytes)
      boxes.append((start, content))
      start = content.upperBound
    }
    var size: ImageSize?
    for number in chosen ?? Array(1..<boxes.count + 1) where boxes.indices.contains(number - 1) {
      let box = boxes[number - 1]
      let at = box.content.lowerBound
      if has("ispe", at: box.start + 4, in: bytes), size == nil || chosen != nil {
        size = ImageSize(width: try big(at + 4, size: 4, bytes), height: try big(at + 8, size: 4, bytes))
      } else if has("clap", at: box.start + 4, in: bytes) {
        size = try cropped(at, bytes) ?? size
      } else if has("irot", at: box.start + 4, in: bytes), try byte(at, bytes) & 1 == 1 {
        size = size?.turned
      }
    }
    guard let size else { throw .unknown }
    return size
  }

  /// Width and height of a crop, each a fraction; only whole ones are believed.
  private func cropped(_ at: Int, _ bytes: Span<UInt8>) throws(Unread) -> ImageSize? {
    let numbers = try [0, 4, 8, 12].map { (offset) throws(Unread) in try big(at + offset, size: 4, bytes) }
    guard numbers[1] > 0, numbers[3] > 0, numbers[0] % numbers[1] == 0, numbers[2] % numbers[3] == 0 else {
      return nil
    }
    return ImageSize(width: numbers[0] / numbers[1], height: numbers[2] / numbers[3])
  }
}
