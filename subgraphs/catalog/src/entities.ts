import { Category } from './categories/model.ts';
import { Product } from './products/model/product.ts';
import { ProductVariant } from './products/model/product-variant.ts';
import { Seller } from './sellers/model.ts';
import { StockReservation } from './stock/model/stock-reservation.ts';
import { StockReservationLine } from './stock/model/stock-reservation-line.ts';

/** Everything that catalog stores. */
export const entities = [Category, Product, ProductVariant, Seller, StockReservation, StockReservationLine];
