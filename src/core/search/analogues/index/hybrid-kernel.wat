;; Bounds over tiles of 16 entries (layout: hybrid-tiles.ts). `tiles` holds the entries and is shared by threads; `own` is the working memory of one.
(module
  (import "tiles" "memory" (memory $tiles 1 65536 shared))
  (import "own" "memory" (memory $own 1))

  ;; For every tile of a list the sums of products of its 16 lanes with the query, times each lane's factor and `unit`.
  ;;   query … queryEnd   8 bytes a pair of m/z: its place in a directory, its two factors (16 bits each, the even m/z low)
  ;;   list … listEnd     8 bytes a tile: its number, and what the largest of its results must reach (single precision)
  ;;   headers, factors   where they lie in `tiles`
  ;;   passing            gets the numbers of the tiles that reach it
  ;;   out                gets the results of these, 64 bytes each
  ;; Returns how many reach it.
  (func (export "sumProducts")
    (param $query i32) (param $queryEnd i32) (param $list i32) (param $listEnd i32) (param $headers i32) (param $factors i32)
    (param $unit f32) (param $passing i32) (param $out i32) (result i32)
    (local $tile i32) (local $header i32) (local $directory i32) (local $first i32) (local $places i32) (local $rows i32)
    (local $pair i32) (local $place i32) (local $row i32) (local $next i32) (local $q v128) (local $u v128)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128)
    (local.set $u (f32x4.splat (local.get $unit)))
    (local.set $next (local.get $passing))
    (block $listed
      (loop $eachTile
        (br_if $listed (i32.ge_u (local.get $list) (local.get $listEnd)))
        (local.set $tile (i32.load $own (local.get $list)))
        (local.set $header (i32.add (local.get $headers) (i32.shl (local.get $tile) (i32.const 4))))
        (local.set $directory (i32.load $tiles (local.get $header)))
        (local.set $first (i32.load $tiles offset=4 (local.get $header)))
        (local.set $places (i32.load $tiles offset=8 (local.get $header)))
        (local.set $rows (i32.load $tiles offset=12 (local.get $header)))
        (local.set $s0 (v128.const i32x4 0 0 0 0))
        (local.set $s1 (v128.const i32x4 0 0 0 0))
        (local.set $s2 (v128.const i32x4 0 0 0 0))
        (local.set $s3 (v128.const i32x4 0 0 0 0))
        (local.set $pair (local.get $query))
        (block $summed
          (loop $eachPair
            (br_if $summed (i32.ge_u (local.get $pair) (local.get $queryEnd)))
            (local.set $place (i32.sub (i32.load $own (local.get $pair)) (local.get $first)))
            (local.set $pair (i32.add (local.get $pair) (i32.const 8)))
            (br_if $eachPair (i32.ge_u (local.get $place) (local.get $places)))
            (local.set $row (i32.load16_u $tiles (i32.add (local.get $directory) (local.get $place))))
            (br_if $eachPair (i32.eqz (local.get $row)))
            (local.set $row (i32.add (local.get $rows) (i32.shl (local.get $row) (i32.const 5))))
            (local.set $q (v128.load32_splat $own (i32.sub (local.get $pair) (i32.const 4))))
            (local.set $s0 (i32x4.add (local.get $s0) (i32x4.dot_i16x8_s (local.get $q) (v128.load8x8_u $tiles offset=0 (local.get $row)))))
            (local.set $s1 (i32x4.add (local.get $s1) (i32x4.dot_i16x8_s (local.get $q) (v128.load8x8_u $tiles offset=8 (local.get $row)))))
            (local.set $s2 (i32x4.add (local.get $s2) (i32x4.dot_i16x8_s (local.get $q) (v128.load8x8_u $tiles offset=16 (local.get $row)))))
            (local.set $s3 (i32x4.add (local.get $s3) (i32x4.dot_i16x8_s (local.get $q) (v128.load8x8_u $tiles offset=24 (local.get $row)))))
            (br $eachPair)))
        (local.set $row (i32.add (local.get $factors) (i32.shl (local.get $tile) (i32.const 6))))
        (local.set $s0 (f32x4.mul (f32x4.convert_i32x4_s (local.get $s0)) (f32x4.mul (local.get $u) (v128.load $tiles offset=0 (local.get $row)))))
        (local.set $s1 (f32x4.mul (f32x4.convert_i32x4_s (local.get $s1)) (f32x4.mul (local.get $u) (v128.load $tiles offset=16 (local.get $row)))))
        (local.set $s2 (f32x4.mul (f32x4.convert_i32x4_s (local.get $s2)) (f32x4.mul (local.get $u) (v128.load $tiles offset=32 (local.get $row)))))
        (local.set $s3 (f32x4.mul (f32x4.convert_i32x4_s (local.get $s3)) (f32x4.mul (local.get $u) (v128.load $tiles offset=48 (local.get $row)))))
        (v128.store $own offset=0 (local.get $out) (local.get $s0))
        (v128.store $own offset=16 (local.get $out) (local.get $s1))
        (v128.store $own offset=32 (local.get $out) (local.get $s2))
        (v128.store $own offset=48 (local.get $out) (local.get $s3))
        (if (v128.any_true
              (f32x4.ge
                (f32x4.max (f32x4.max (local.get $s0) (local.get $s1)) (f32x4.max (local.get $s2) (local.get $s3)))
                (v128.load32_splat $own offset=4 (local.get $list))))
          (then
            (i32.store $own (local.get $next) (local.get $tile))
            (local.set $next (i32.add (local.get $next) (i32.const 4)))
            (local.set $out (i32.add (local.get $out) (i32.const 64)))))
        (local.set $list (i32.add (local.get $list) (i32.const 8)))
        (br $eachTile)))
    (i32.shr_u (i32.sub (local.get $next) (local.get $passing)) (i32.const 2)))
)
